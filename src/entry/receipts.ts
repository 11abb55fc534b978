import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { checkKeptReceipt, checkStore, isKeptDay } from '../cases/receipts/check-store.ts';
import { readDay } from '../cases/receipts/chain.ts';
import { publishedKeys, rotateKey } from '../cases/receipts/keys.ts';
import { readReceipt } from '../cases/receipts/read-receipt.ts';
import { openExistingDatabase } from '../database/open-database.ts';
import type { Database } from '../database/tables.ts';
import { readEnvironment } from '../lib/environment.ts';
import { chainDay } from '../schemas/cases/receipt.ts';
import { CommandError, runCommand } from '../server/command.ts';
import { keptSecret, readPlaces } from '../server/settings.ts';

const usage = `npm run receipts                      the keys, and where the chain stands
npm run receipts -- check             look through the whole chain: is any case gone, or a day changed?
npm run receipts -- check FILE...     and compare it with receipts and days that were kept elsewhere
npm run receipts -- rotate            sign with a new key from now on; what was signed before still verifies`;

await runCommand(run);

async function run(): Promise<void> {
  const [command = 'list', ...files] = process.argv.slice(2);
  if (!['list', 'check', 'rotate'].includes(command) || (files.length > 0 && command !== 'check'))
    throw new CommandError('usage', usage);
  const repoDir = resolve(import.meta.dirname, '..', '..');
  const env = readEnvironment(process.env, repoDir);
  const { database, dataDir } = readPlaces(env, repoDir);
  const db = await openExistingDatabase(database);
  try {
    if (command === 'list') await list(db);
    else if (command === 'check') await check(db, files, keptSecret(env, dataDir));
    else await rotate(db, keptSecret(env, dataDir));
  } finally {
    await db.destroy();
  }
}

async function list(db: Database): Promise<void> {
  const keys = await publishedKeys(db);
  for (const { kid, from, until } of keys)
    console.log(`${kid}  from ${from.slice(0, 10)}${until ? ` until ${until.slice(0, 10)}` : ', in use'}`);
  if (keys.length === 0) console.log('No key yet: the portal makes one when it gives its first receipt.');
  const newest = await readDay(db);
  console.log(newest ? `The chain stands at ${newest.day}: ${newest.head}` : 'No day is closed yet.');
}

async function check(db: Database, files: string[], secret: string | undefined): Promise<void> {
  const { days, receipts, problems } = await checkStore(db, secret);
  const said = problems.map(({ what }) => what);
  for (const file of files) said.push(...(await compare(db, file)));
  for (const sentence of said) console.log(sentence);
  console.log(`${days} days, ${receipts} receipts, ${files.length} files compared.`);
  if (said.length > 0) throw new CommandError('data', `Not as it was: ${said.length}.`);
  console.log('All is as it was given.');
}

const findings: Partial<Record<Awaited<ReturnType<typeof checkKeptReceipt>>, string>> = {
  'not-signed': 'is no receipt that a key of this portal has signed.',
  missing: 'is not in the chain although its day is closed: its case was dropped.',
  'chain-differs': 'knew another chain: it was written anew.',
};

async function compare(db: Database, file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new CommandError('data', `${file} cannot be read.`, { cause });
  });
  const receipt = readReceipt(text);
  if (receipt) {
    const says = findings[await checkKeptReceipt(db, receipt)];
    return says ? [`${file} ${says}`] : [];
  }
  const day = chainDay.safeParse(jsonIn(text)).data;
  if (!day) return [`${file} is neither a receipt nor a day of the chain.`];
  return (await isKeptDay(db, day)) ? [] : [`${file}: the chain has another ${day.day} now: it was written anew.`];
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function rotate(db: Database, secret: string | undefined): Promise<void> {
  if (!secret)
    throw new CommandError(
      'config',
      'The portal’s own key is not here, and it seals the key for receipts. Set OPENCHARTER_SECRET, or OPENCHARTER_DATA_DIR to where it lies.',
    );
  console.log(`Signed with ${await rotateKey({ db, secret, clock: () => new Date() })} from now on.`);
}
