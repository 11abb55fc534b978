import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { listOutbox, resend, takeBounce } from '../cases/outbox-desk.ts';
import { openStore } from '../cases/store/store.ts';
import { loadRegister } from '../register/load.ts';
import { readSettings } from '../server/settings.ts';

const usage = `npm run outbox                              mails that wait or have failed
npm run outbox -- --all                     every mail
npm run outbox -- resend REFERENCE|ID       send what has not gone out; it is due at once
npm run outbox -- resend REFERENCE|ID --again  send it once more although it was sent
npm run outbox -- bounce < message.eml      take in a returned mail (RFC 3464), for a mail server's pipe`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean', default: false }, again: { type: 'boolean', default: false } },
});
const settings = readSettings(process.env, resolve(import.meta.dirname, '..', '..'));
const db = await openStore(settings.database);
const now = new Date();
const [command = 'list', which] = positionals;
try {
  if (command === 'list') await list();
  else if (command === 'resend' && which) {
    const count = await resend(db, which, { now, again: values.again });
    console.log(count === 0 ? 'Nothing to send: no such mail, or it was sent already (--again sends it once more).' : `${count} to be sent.`);
    if (count === 0) process.exitCode = 1;
  } else if (command === 'bounce') {
    const outcome = await takeBounce(db, await buffer(process.stdin), { register: await loadRegister(settings.contentDir), now });
    console.log(outcome);
    // EX_DATAERR: a mail server keeps the message for a person instead of trying again.
    if (outcome === 'not-ours') process.exitCode = 65;
  } else {
    console.error(usage);
    process.exitCode = 2;
  }
} finally {
  await db.destroy();
}

async function list(): Promise<void> {
  const mails = await listOutbox(db, now, values.all ? 'all' : 'open');
  for (const { state, at, reference, kind, audience, attempts, lastError, redirected, id } of mails) {
    const notes = [`${attempts} attempts`, lastError && `last: ${lastError}`, redirected && 'redirected'].filter(Boolean).join(', ');
    console.log(
      `${state.padEnd(10)} ${at.slice(0, 16).replace('T', ' ')}  ${reference ?? '-'.padEnd(9)}  ${kind.padEnd(15)} ${`to ${audience}`.padEnd(11)} ${notes}  ${id}`,
    );
  }
  console.log(`${mails.length} ${values.all ? 'mails' : 'waiting or failed'}`);
}
