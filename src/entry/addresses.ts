import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { listAddresses } from '../cases/addresses/address-list.ts';
import { askDueAddresses, askNow } from '../cases/addresses/ask.ts';
import { needsProof } from '../cases/addresses/policy.ts';
import { proveByOperator } from '../cases/addresses/prove.ts';
import { findNamed, hold, release, type Named } from '../cases/addresses/release.ts';
import { readStanding } from '../cases/addresses/standing.ts';
import { openExistingDatabase } from '../database/open-database.ts';
import { loadRegister } from '../register/load.ts';
import type { Register } from '../register/register.ts';
import { CommandError, runCommand } from '../server/command.ts';
import { readEnvironment } from '../lib/environment.ts';
import { readPlaces } from '../server/settings.ts';
import { line, planOf, summary } from './addresses-text.ts';
import type { Database } from '../database/tables.ts';

const usage = `npm run addresses                                 every address of the register, and where it stands
npm run addresses -- plan [NAME...]               who would be written to, why, and from which content file; sends nothing
npm run addresses -- release NAME...              let mail go there; a country stands for its later addresses too, a body for today's
npm run addresses -- hold NAME...                 let no more mail go there
npm run addresses -- ask ADDRESS|BODY             send a code now; the server that runs sends it at its next round
npm run addresses -- prove ADDRESS --note "..."   note that you made sure by other means, and how
NAME is a country (ng), a body (inec) or an address.`;

const clock = (): Date => new Date();

await runCommand(run);

async function run(): Promise<void> {
  const { words, note } = readArguments();
  const [command = 'list', ...names] = words;
  const needed = { list: 0, plan: 0, release: 1, hold: 1, ask: 1, prove: 1 }[command];
  if (needed === undefined || names.length < needed) throw new CommandError('usage', usage);
  if (command === 'prove' && !note?.trim())
    throw new CommandError('usage', 'Write with --note who confirmed the address, and how. It is kept with the proof.');
  const repoDir = resolve(import.meta.dirname, '..', '..');
  const { contentDir, database } = readPlaces(readEnvironment(process.env, repoDir), repoDir);
  const db = await openExistingDatabase(database);
  try {
    const register = await loadRegister(contentDir);
    const named = names.map((name) => narrowEnough(command, findNamed(register, name) ?? unknown(name)));
    await act({ db, register, command, named, note: note?.trim() ?? '' });
  } finally {
    await db.destroy();
  }
}

interface Task {
  db: Database;
  register: Register;
  command: string;
  named: Named[];
  note: string;
}

async function act({ db, register, command, named, note }: Task): Promise<void> {
  const at = clock().toISOString();
  const addresses = named.flatMap((each) => each.addresses.map(([address]) => address));
  switch (command) {
    case 'release':
      for (const each of named)
        console.log(
          `${each.id}: ${await release(db, each, at)} released now, ${each.addresses.length} addresses in all.`,
        );
      console.log(
        `${await askDueAddresses({ db, register: () => Promise.resolve(register), clock })} mails are on their way; more follow where there are more.`,
      );
      return;
    case 'hold':
      for (const each of named) await letGo(db, each);
      return;
    case 'ask':
      // Whoever names an address has said that it may be written to.
      for (const each of named) await release(db, each, at);
      for (const address of addresses) await askNow(db, address, at);
      console.log(`${addresses.join(', ')}: a code is on its way.`);
      return;
    case 'prove':
      for (const each of named) await release(db, each, at);
      for (const address of addresses)
        await proveByOperator({ db, register: () => Promise.resolve(register), clock }, address, note);
      console.log(`${addresses.join(', ')}: proved.`);
      return;
  }
  const wanted = new Set(addresses);
  const listed = listAddresses(await readStanding(db), register, clock()).filter(
    ({ address }) => named.length === 0 || wanted.has(address),
  );
  console.log(command === 'plan' ? planOf(listed, register) : [...listed.map(line), summary(listed)].join('\n'));
  if (!needsProof(register.portal))
    console.log('This is a demonstration: its mail leaves no machine, so every address is used as it is.');
}

async function letGo(db: Database, named: Named): Promise<void> {
  const removed = await hold(db, named);
  const standing = await readStanding(db);
  const still = named.addresses
    .flatMap(([, uses]) => uses)
    .find(({ agency }) => standing.countries.has(agency.data.jurisdiction));
  const remedy = still
    ? ` All of ${still.agency.data.jurisdiction} is released, so mail goes there all the same; hold that and release its bodies one by one.`
    : '';
  console.log(`${named.id}: ${removed} held again.${remedy}`);
}

function readArguments(): { words: string[]; note: string | undefined } {
  try {
    const { positionals, values } = parseArgs({ allowPositionals: true, options: { note: { type: 'string' } } });
    return { words: positionals, note: values.note };
  } catch (error) {
    throw new CommandError('usage', `${(error as Error).message}\n${usage}`);
  }
}

/**
 * A slip must not prove a whole body or write to a whole country: each proof is the operator's word for one address.
 */
function narrowEnough(command: string, named: Named): Named {
  if (command === 'prove' && named.kind !== 'address')
    throw new CommandError('usage', `"${named.id}" is a ${named.kind}. Name one address to prove.`);
  if (command === 'ask' && named.kind === 'country')
    throw new CommandError('usage', `"${named.id}" is a country. Name an address or a body to ask.`);
  return named;
}

function unknown(name: string): never {
  throw new CommandError(
    'data',
    `The register has no country, no agency and no address "${name}". Run "npm run addresses" for the list.`,
  );
}
