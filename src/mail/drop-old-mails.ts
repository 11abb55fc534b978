import type { Database } from '../database/tables.ts';

/** A bounce comes within days; what belongs to a case goes with the case. */
const KEPT_DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Deletes mails of no case, such as sign-in links and questions to agencies, long after they left or failed. */
export async function dropOldMails(db: Database, now: Date): Promise<void> {
  const limit = new Date(now.getTime() - KEPT_DAYS * DAY_MS).toISOString();
  await db
    .deleteFrom('outbox')
    .where('case_id', 'is', null)
    .where((of) => of.or([of('sent_at', '<', limit), of('failed_at', '<', limit)]))
    .execute();
}
