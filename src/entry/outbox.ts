import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { openExistingDatabase } from '../database/open-database.ts';
import { mailKinds } from '../cases/mail-kinds.ts';
import { bounceCandidates, takeBounce } from '../mail/take-bounce.ts';
import { loadRegister } from '../register/load.ts';
import { CommandError, runCommand } from '../server/command.ts';
import { readEnvironment } from '../lib/environment.ts';
import { readPlaces } from '../server/settings.ts';
import { listOutbox, resend } from '../cases/desks/outbox-desk.ts';
import type { Database } from '../database/tables.ts';

const usage = `npm run outbox                              mails that wait or have failed
npm run outbox -- --all                     every mail
npm run outbox -- resend REFERENCE|ID       send what has not gone out; it is due at once
npm run outbox -- resend REFERENCE|ID --again  send it once more although it was sent
npm run outbox -- bounce < message.eml      take in a returned mail (RFC 3464), for a mail server's pipe
npm run outbox -- bounce --mail ID < message.eml  you have looked: it is about that mail`;

// A mail server returns a mail for good on any code but 75 ("later"), so only what is certain about the mail itself may
// be another.
await runCommand(run, process.argv.includes('bounce') ? 'later' : 'software');

async function run(): Promise<void> {
  const { words, all, again, mail } = readArguments();
  const [command = 'list', which] = words;
  const known = command === 'list' || command === 'bounce' || (command === 'resend' && which);
  if (!known) throw new CommandError('usage', usage);
  const repoDir = resolve(import.meta.dirname, '..', '..');
  const places = readPlaces(readEnvironment(process.env, repoDir), repoDir);
  const db = await openExistingDatabase(places.database);
  try {
    if (command === 'list') return await list(db, all);
    if (command === 'bounce') return await bounce(db, places.contentDir, mail);
    const count = await resend(db, which ?? '', { now: new Date(), again });
    if (count === 0)
      throw new CommandError(
        'data',
        'Nothing to send: no such mail, or it was sent already (--again sends it once more).',
      );
    console.log(`${count} to be sent.`);
  } finally {
    await db.destroy();
  }
}

function readArguments() {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        all: { type: 'boolean', default: false },
        again: { type: 'boolean', default: false },
        mail: { type: 'string' },
      },
    });
    return { words: positionals, ...values };
  } catch (error) {
    throw new CommandError('usage', `${(error as Error).message}\n${usage}`);
  }
}

async function bounce(db: Database, contentDir: string, mail: string | undefined): Promise<void> {
  const register = await loadRegister(contentDir);
  const [raw, context] = [await buffer(process.stdin), { kinds: mailKinds, register, now: new Date(), mail }];
  const outcome = await takeBounce(db, raw, context);
  console.log(outcome);
  if (outcome !== 'not-ours') return;
  const candidates = await bounceCandidates(db, raw, context);
  // A mail server keeps the message for a person instead of trying again.
  throw new CommandError(
    'data',
    candidates.length === 0
      ? 'It is no report about a mail of this portal.'
      : `It does not say which mail it is about. To the address that it names went lately: ${candidates.join(', ')}. If you are sure: npm run outbox -- bounce --mail ID < message.eml`,
  );
}

async function list(db: Database, all: boolean): Promise<void> {
  const mails = await listOutbox(db, new Date(), all ? 'all' : 'open');
  for (const { state, at, reference, kind, audience, attempts, lastError, redirected, id } of mails) {
    const notes = [`${attempts} attempts`, lastError && `last: ${lastError}`, redirected && 'redirected']
      .filter(Boolean)
      .join(', ');
    console.log(
      `${state.padEnd(10)} ${at.slice(0, 16).replace('T', ' ')}  ${reference ?? '-'.padEnd(9)}  ${kind.padEnd(15)} ${`to ${audience}`.padEnd(11)} ${notes}  ${id}`,
    );
  }
  console.log(`${mails.length} ${all ? 'mails' : 'waiting or failed'}`);
}
