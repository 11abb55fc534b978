import type { Database } from '../database/tables.ts';
import './outbox-table.ts';

/** How much mail waits. */
export interface MailQueue {
  waiting: number;
  /** When the oldest that waits was put there (ISO 8601, UTC); absent where none waits. */
  oldestAt?: string;
  /** Given up. */
  failed: number;
}

/** Counts the mails that have not gone out. Rejects while the database does not answer. */
export async function readMailQueue(db: Database): Promise<MailQueue> {
  const { waiting, oldestAt } = await db
    .selectFrom('outbox')
    .select((build) => [build.fn.countAll().as('waiting'), build.fn.min('created_at').as('oldestAt')])
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
    .executeTakeFirstOrThrow();
  const { failed } = await db
    .selectFrom('outbox')
    .select((build) => build.fn.countAll().as('failed'))
    .where('sent_at', 'is', null)
    .where('failed_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return { waiting: Number(waiting), failed: Number(failed), ...(oldestAt ? { oldestAt: String(oldestAt) } : {}) };
}
