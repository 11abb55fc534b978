import { randomUUID } from 'node:crypto';
import { deleteCitizenFiles } from '../store/stored-files.ts';
import { filesField } from '../files/take-files.ts';
import { appendEvent, lockCase } from '../store/case-records.ts';
import { eraseReceipt } from '../receipts/receipt-rows.ts';
import { noteErasure } from '../store/erasures.ts';
import type { Database } from '../../database/tables.ts';

/**
 * Erases what may tell who the citizen is: name, contact details and the files they sent. The case goes on, with their
 * words; letters to them that wait find no address and end. Done again, it finds nothing and adds nothing.
 */
export async function eraseIdentity(db: Database, caseId: string, now: Date): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await lockCase(transaction, caseId);
    const { identity, matter } = await transaction
      .selectFrom('cases')
      .select(['identity', 'matter'])
      .where('id', '=', caseId)
      .executeTakeFirstOrThrow();
    const files = await deleteCitizenFiles(transaction, caseId);
    if (identity === '{}' && files === 0) return;
    const told = Object.fromEntries(
      Object.entries(JSON.parse(matter) as object).filter(([name]) => name !== filesField),
    );
    await transaction
      .updateTable('cases')
      .set({ identity: '{}', matter: JSON.stringify(told) })
      .where('id', '=', caseId)
      .execute();
    await appendEvent(transaction, caseId, now.toISOString(), {
      kind: 'identity-erased',
      version: 1,
      ...(files > 0 ? { files } : {}),
    });
    await noteErasure(transaction, caseId, 'identity', now);
  });
}

/**
 * Deletes a case for good: words, files, who told it, mails, reference and secret. Its bare events stay under a random
 * number, so that the statistics of past months do not change and nothing leads back to the case.
 */
export async function deleteCase(db: Database, caseId: string, now: Date): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await lockCase(transaction, caseId);
    const pastCase = randomUUID();
    const events = await transaction.selectFrom('events').selectAll().where('case_id', '=', caseId).execute();
    for (const { sequence, at, kind, data } of events) {
      await transaction
        .insertInto('past_events')
        .values({ past_case: pastCase, sequence, at, kind, data: withoutIds(data) })
        .execute();
    }
    await eraseReceipt(transaction, caseId, now);
    await transaction.deleteFrom('cases').where('id', '=', caseId).execute();
    await noteErasure(transaction, caseId, 'case', now);
  });
}

/** Ids of mails, words and public pages would stand in logs and backups beside the case. */
function withoutIds(data: string): string {
  const event = JSON.parse(data) as Record<string, unknown>;
  return JSON.stringify({
    ...event,
    ...('mail' in event ? { mail: '' } : {}),
    ...('words' in event ? { words: '' } : {}),
    ...('withheld' in event ? { withheld: '' } : {}),
    ...('page' in event ? { page: '' } : {}),
  });
}
