import { sql, type ExpressionBuilder } from 'kysely';
import { receiver, type Receiver } from '../../schemas/cases/route.ts';
import { isPostgres } from './postgres.ts';
import type { Database, MailKind, OutboxRow, Tables } from './tables.ts';
import { timeOrderedId } from './time-ordered-id.ts';

/** Puts a mail in the outbox, due at once. Call it inside the transaction that gives rise to the mail. */
export async function enqueueMail(transaction: Database, mail: { caseId: string; kind: MailKind; at: string }): Promise<void> {
  await transaction.insertInto('outbox').values(newMailRow(mail)).execute();
}

/**
 * Claims the mail that has been due longest, or gives undefined. A claim runs out by itself, so a mail whose
 * sender was killed is sent by the next one. The conditions stand in the update as well as in the search: where
 * two processes find the same row, the second sees it taken.
 */
export async function claimMail(db: Database, claim: { by: string; now: string; until: string }): Promise<OutboxRow | undefined> {
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
        .orderBy('due_at')
        .orderBy('id')
        .limit(1)
        // Several processes drain at once: each takes the next row that no other is just taking.
        .$if(isPostgres(db), (search) => search.forUpdate().skipLocked()),
    )
    .where(free)
    .returningAll()
    .executeTakeFirst();
}

/** Makes a claim last longer, while a slow mail server is still talking. */
export async function renewClaim(db: Database, row: Pick<OutboxRow, 'id' | 'claimed_by'>, until: string): Promise<void> {
  await db.updateTable('outbox').set({ claimed_until: until }).where('id', '=', row.id).where('claimed_by', '=', row.claimed_by).execute();
}

/** Ends a claim with what became of the mail. Gives false when the claim had run out and somebody else holds the row. */
export async function settleMail(
  db: Database,
  row: Pick<OutboxRow, 'id' | 'claimed_by'>,
  outcome: Partial<Pick<OutboxRow, 'sent_at' | 'failed_at' | 'due_at' | 'deferrals' | 'last_error' | 'redirected_to'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({ ...outcome, claimed_by: null, claimed_until: null })
    .where('id', '=', row.id)
    .where('claimed_by', row.claimed_by === null ? 'is' : '=', row.claimed_by)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Gives who a mail goes to instead of the case's receiver, after that one's address failed for good. */
export function redirectedTo(row: Pick<OutboxRow, 'redirected_to'>): Receiver | undefined {
  return row.redirected_to === null ? undefined : receiver.parse(JSON.parse(row.redirected_to));
}

/** Gives the row of a mail that is due at once. */
export function newMailRow(mail: { caseId: string; kind: MailKind; at: string }): OutboxRow {
  return {
    id: timeOrderedId(mail.at),
    case_id: mail.caseId,
    kind: mail.kind,
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
