import { sql } from 'kysely';
import type { Register } from '../register/register.ts';
import { readBounce, type Bounce } from './bounce.ts';
import { rulesOf, type MailKinds } from './mail-rules.ts';
import { noteFailure } from './note-outcome.ts';
import type { Database } from '../database/tables.ts';
import type { OutboxRow } from './outbox-table.ts';

/** What became of a bounce: it was noted, it asks for nothing, or it is none that we know. */
export type BounceOutcome = 'noted' | 'not-final' | 'known-already' | 'not-ours';

export interface BounceContext {
  kinds: MailKinds;
  register: Register;
  now: Date;
  /** Id of the mail that it is about, where the operator has looked. */
  mail?: string | undefined;
}

/** Older mails are not looked through for a bounce that names none. Mail servers give up after five days. */
const LOOK_BACK_MS = 14 * 24 * 60 * 60 * 1000;
const CANDIDATES_MAX = 5;

interface Match {
  row: OutboxRow;
  address: string;
  /** By its id, which only who has received the mail knows, or by the reference, which the citizen knows as well. */
  by: 'id' | 'reference';
}

/**
 * Takes a bounce in. The mail that came back counts as refused: it goes to the body's other address, and the operator
 * is told. Its address must be one that the mail was sent to. A bounce that is known by the reference of its case alone
 * ends that mail and nothing more: whoever knows the reference could have written it, so it takes no address its proof.
 */
export async function takeBounce(
  db: Database,
  raw: string | Uint8Array,
  context: BounceContext,
): Promise<BounceOutcome> {
  const bounce = await readBounce(raw);
  if (!bounce) return 'not-ours';
  if (bounce.action !== 'failed') return 'not-final';
  return db.transaction().execute(async (transaction) => {
    const match = await find(transaction, bounce, context);
    if (!match) return 'not-ours';
    const { row, address, by } = match;
    const wasFirst = by === 'id' && bounce.mail === row.id && (row.redirected_to !== null) !== bounce.redirected;
    if (!row.sent_at || wasFirst) return 'known-already';
    const failure = { reason: 'refused' as const, code: bounce.code, deadAddress: bounce.deadAddress && by === 'id' };
    const ending = { register: context.register, address, at: context.now.toISOString() };
    return (await noteFailure(transaction, context.kinds, row, failure, ending)) ? 'noted' : 'known-already';
  });
}

/**
 * The ids of mails that were sent lately to the address that a bounce names, newest first, for a person to choose
 * from: an address alone could be written by anybody, so it decides nothing by itself.
 */
export async function bounceCandidates(
  db: Database,
  raw: string | Uint8Array,
  context: BounceContext,
): Promise<string[]> {
  const bounce = await readBounce(raw);
  if (!bounce) return [];
  const rows = await triedLately(db, context.now).execute();
  const ids: string[] = [];
  for (const row of rows) {
    if (ids.length < CANDIDATES_MAX && (await addressOf(db, row, bounce, context))) ids.push(row.id);
  }
  return ids;
}

async function find(db: Database, bounce: Bounce, context: BounceContext): Promise<Match | undefined> {
  const { kinds, now, mail } = context;
  const id = mail ?? bounce.mail;
  if (id !== undefined) {
    const row = await db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst();
    const address = row && (await addressOf(db, row, bounce, context));
    return row && address ? { row, address, by: 'id' } : undefined;
  }
  const caseId = await kinds.caseNamedIn(db, bounce.subject);
  if (caseId === undefined) return undefined;
  for (const row of await triedLately(db, now).where('case_id', '=', caseId).execute()) {
    const address = await addressOf(db, row, bounce, context);
    if (address) return { row, address, by: 'reference' };
  }
  return undefined;
}

/** The mails that were tried lately, those that were sent first, newest first. */
function triedLately(db: Database, now: Date) {
  const since = new Date(now.getTime() - LOOK_BACK_MS).toISOString();
  const lately = db.selectFrom('outbox').selectAll().where('created_at', '>=', since).where('attempts', '>', 0);
  return lately.orderBy(sql`coalesce(sent_at, '')`, 'desc').orderBy('id', 'desc');
}

/**
 * The address of a mail that a bounce is about, as we wrote it; undefined where it was sent to none that the
 * bounce names.
 */
async function addressOf(
  db: Database,
  row: OutboxRow,
  { recipients }: Bounce,
  { kinds, register }: BounceContext,
): Promise<string | undefined> {
  const addresses = await rulesOf(kinds, row).addresses(db, row, register);
  return addresses.find((candidate) => recipients.includes(candidate.toLowerCase()));
}
