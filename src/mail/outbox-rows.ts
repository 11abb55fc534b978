import { sql, type ExpressionBuilder } from 'kysely';
import { receiver, type Receiver } from '../schemas/cases/route.ts';
import { keepQuery } from '../database/keep-query.ts';
import { isPostgres } from '../database/postgres.ts';
import type { Database, Tables } from '../database/tables.ts';
import type { MailPlace, OutboxRow } from './outbox-table.ts';
import { timeOrderedId } from '../database/time-ordered-id.ts';

/**
 * Puts mails in the outbox. Call it inside the transaction that gives rise to them. One that is there already stays
 * alone.
 */
export async function enqueueMails(transaction: Database, rows: OutboxRow[]): Promise<void> {
  if (rows.length === 0) return;
  await transaction
    .insertInto('outbox')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['case_id', 'kind', 'sequence', 'audience', 'turn']).doNothing())
    .execute();
}

/** Kinds of mail that a sender takes, or leaves to another. */
export type Served = { only: readonly string[] } | { except: readonly string[] };

function kindsOf(serves: Served | undefined): readonly string[] {
  return !serves ? [] : 'only' in serves ? serves.only : serves.except;
}

/** Who holds a mail, and when it is tried again, is no more than who would do it anew: that need not wait for the disk. */
const doneAgain = { lossy: true };

/**
 * Claims the mail that has been due longest, or gives undefined. A claim runs out by itself, so a mail whose
 * sender was killed is sent by the next one. The conditions stand in the update as well as in the search: where
 * two processes find the same row, the second sees it taken. While a mail is due or under way, those that tell the same
 * reader of later events wait behind it; one that was put off holds up nobody.
 */
export async function claimMail(
  db: Database,
  { by, now, until, serves }: { by: string; now: string; until: string; serves?: Served | undefined },
): Promise<OutboxRow | undefined> {
  return (await claimOne(db, { by, now, until }, serves && JSON.stringify(serves))).rows[0];
}

const claimOne = keepQuery((db, claim: { by: string; now: string; until: string }, shape) => {
  const serves = shape === '' ? undefined : (JSON.parse(shape) as Served);
  const free = (build: ExpressionBuilder<Tables, 'outbox'>) =>
    build.and([
      build('sent_at', 'is', null),
      build('failed_at', 'is', null),
      build('due_at', '<=', claim.now),
      build.or([build('claimed_until', 'is', null), build('claimed_until', '<=', claim.now)]),
    ]);
  return db
    .updateTable('outbox')
    .set({ claimed_by: claim.by, claimed_until: claim.until, attempts: sql`attempts + 1` })
    .where('id', '=', (build) =>
      build
        .selectFrom('outbox')
        .select('id')
        .where(free)
        .$if(Boolean(serves && 'only' in serves), (search) => search.where('kind', 'in', kindsOf(serves)))
        .$if(Boolean(serves && 'except' in serves), (search) => search.where('kind', 'not in', kindsOf(serves)))
        .where((candidate) =>
          candidate.not(
            candidate.exists(
              candidate
                .selectFrom('outbox as earlier')
                .select('earlier.id')
                .whereRef('earlier.case_id', '=', 'outbox.case_id')
                .whereRef('earlier.audience', '=', 'outbox.audience')
                .whereRef('earlier.turn', '=', 'outbox.turn')
                .whereRef('earlier.sequence', '<', 'outbox.sequence')
                .where('earlier.sent_at', 'is', null)
                .where('earlier.failed_at', 'is', null)
                .where('earlier.due_at', '<=', claim.now),
            ),
          ),
        )
        .orderBy('due_at')
        .orderBy('id')
        .limit(1)
        // Several processes drain at once: each takes the next row that no other is just taking.
        .$if(isPostgres(db), (search) => search.forUpdate().skipLocked()),
    )
    .where(free)
    .returningAll();
}, doneAgain);

/** Makes a claim last longer, while a slow mail server is still talking. */
export async function renewClaim(
  db: Database,
  row: Pick<OutboxRow, 'id' | 'claimed_by'>,
  until: string,
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ claimed_until: until })
    .where('id', '=', row.id)
    .where('claimed_by', '=', row.claimed_by)
    .execute();
}

/**
 * Ends a claim with what became of the mail. Gives false when the claim had run out and somebody else holds the row.
 */
export async function endClaim(
  db: Database,
  { id, claimed_by }: Pick<OutboxRow, 'id' | 'claimed_by'>,
  outcome: Outcome,
): Promise<boolean> {
  return (await endOne(db, { ...outcome, id, claimed_by }, shapeOf(claimed_by, outcome))).numAffectedRows === 1n;
}

/** The same for a mail that is tried again later. */
export async function putOff(
  db: Database,
  { id, claimed_by }: Pick<OutboxRow, 'id' | 'claimed_by'>,
  outcome: Pick<Outcome, 'deferrals'> & Required<Pick<Outcome, 'due_at' | 'last_error'>>,
): Promise<boolean> {
  return (await putOffOne(db, { ...outcome, id, claimed_by }, shapeOf(claimed_by, outcome))).numAffectedRows === 1n;
}

function shapeOf(claimedBy: string | null, outcome: Outcome): string {
  return [claimedBy === null ? 'unclaimed' : 'claimed', ...Object.keys(outcome)].join();
}

type Outcome = Partial<
  Pick<OutboxRow, 'sent_at' | 'failed_at' | 'due_at' | 'deferrals' | 'last_error' | 'redirected_to'>
>;

type Ended = Outcome & Pick<OutboxRow, 'id' | 'claimed_by'>;
const endOne = keepQuery(buildEnd);
const putOffOne = keepQuery(buildEnd, doneAgain);

function buildEnd(db: Database, given: Ended, shape: string) {
  const [claimed, ...changed] = shape.split(',') as [string, ...(keyof Outcome)[]];
  const outcome: Outcome = Object.fromEntries(changed.map((name) => [name, given[name]]));
  return db
    .updateTable('outbox')
    .set({ ...outcome, claimed_by: null, claimed_until: null })
    .where('id', '=', given.id)
    .where('claimed_by', claimed === 'claimed' ? '=' : 'is', claimed === 'claimed' ? given.claimed_by : null);
}

/** Who a mail goes to instead of the case's receiver, after that one's address failed for good. */
export function redirectedTo(row: Pick<OutboxRow, 'redirected_to'>): Receiver | undefined {
  return row.redirected_to === null ? undefined : receiver.parse(JSON.parse(row.redirected_to));
}

/**
 * Gives a mail that waits another content, and makes it due at once. Gives false where none waits in that place: it was
 * sent, or is on its way.
 */
export async function changeWaitingMail(transaction: Database, mail: OutboxRow, at: string): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('outbox')
    .set({ about: mail.about, due_at: at })
    .where('case_id', '=', mail.case_id)
    .where('kind', '=', mail.kind)
    .where('sequence', '=', mail.sequence)
    .where('audience', '=', mail.audience)
    .where('turn', '=', mail.turn)
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
    .where((build) => build.or([build('claimed_until', 'is', null), build('claimed_until', '<=', at)]))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** A mail to be put in the outbox. */
export interface NewMail {
  /** Names its rules. */
  kind: string;
  /** Absent where it belongs to no case. */
  caseId?: string | undefined;
  place: MailPlace;
  /** ISO 8601, UTC. */
  at: string;
  about?: object | undefined;
}

/** The row of a mail that is due at once. `about` is what the kind needs to know beside its place. */
export function newMailRow(mail: NewMail): OutboxRow {
  const { sequence, audience, turn } = mail.place;
  return {
    id: timeOrderedId(mail.at),
    case_id: mail.caseId ?? null,
    kind: mail.kind,
    about: mail.about ? JSON.stringify(mail.about) : null,
    sequence,
    audience,
    turn,
    created_at: mail.at,
    due_at: mail.at,
    deferrals: 0,
    attempts: 0,
    claimed_by: null,
    claimed_until: null,
    sent_at: null,
    failed_at: null,
    last_error: null,
    redirected_to: null,
  };
}
