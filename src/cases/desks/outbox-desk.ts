import { sql } from 'kysely';
import { normaliseReference } from '../case/reference.ts';
import type { Database } from '../../database/tables.ts';
import type { OutboxRow } from '../../mail/outbox-table.ts';

/** A mail as the operator sees it: no address and no word of the case. */
export interface ListedMail {
  id: string;
  /** Absent where it belongs to no case. */
  reference: string | null;
  kind: OutboxRow['kind'];
  audience: OutboxRow['audience'];
  state: 'sent' | 'failed' | 'waiting' | 'being sent';
  attempts: number;
  /** ISO 8601: when it was sent or failed, or when it is tried next. */
  at: string;
  lastError: string | null;
  redirected: boolean;
}

/** The mails that still wait or have failed, or all of them, those that are due first before the others. */
export async function listOutbox(db: Database, now: Date, which: 'open' | 'all' = 'open'): Promise<ListedMail[]> {
  const rows = await db
    .selectFrom('outbox')
    .leftJoin('cases', 'cases.id', 'outbox.case_id')
    .selectAll('outbox')
    .select('cases.reference')
    .$if(which === 'open', (query) => query.where('sent_at', 'is', null))
    .orderBy('due_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    kind: row.kind,
    audience: row.audience,
    state: stateOf(row, now),
    attempts: row.attempts,
    at: row.sent_at ?? row.failed_at ?? row.due_at,
    lastError: row.last_error,
    redirected: row.redirected_to !== null,
  }));
}

function stateOf(row: OutboxRow, now: Date): ListedMail['state'] {
  if (row.sent_at) return 'sent';
  if (row.failed_at) return 'failed';
  return row.claimed_until && row.claimed_until > now.toISOString() ? 'being sent' : 'waiting';
}

/**
 * Makes mails due at once: those of a case by its reference, or one by its id. A mail that was sent is sent again only
 * where `again` says so. What every address refused begins with the first one again, and then goes to the other that
 * the register knows by now. Gives how many will go out; the server that runs sends them at its next round.
 */
export async function resend(
  db: Database,
  which: string,
  { now, again = false }: { now: Date; again?: boolean },
): Promise<number> {
  const at = now.toISOString();
  const { numUpdatedRows } = await db
    .updateTable('outbox')
    .set({
      due_at: at,
      deferrals: 0,
      sent_at: null,
      failed_at: null,
      redirected_to: sql`case when failed_at is null then redirected_to end`,
    })
    .where((build) =>
      build.or([
        build('id', '=', which),
        build(
          'case_id',
          'in',
          build
            .selectFrom('cases')
            .select('id')
            .where('reference', '=', normaliseReference(which) ?? ''),
        ),
      ]),
    )
    .where((build) => build.or([build('claimed_until', 'is', null), build('claimed_until', '<=', at)]))
    .$if(!again, (query) => query.where('sent_at', 'is', null))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
