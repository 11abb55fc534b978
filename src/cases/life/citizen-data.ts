import { randomUUID } from 'node:crypto';
import { appendEvent } from '../store/case-records.ts';
import type { Database } from '../store/tables.ts';
import { lockCase, readLivingCase } from './store/life-records.ts';
import { life } from './store/life-tables.ts';

/** All that is stored about a case, for the citizen to take along. */
export interface CaseExport {
  reference: string;
  receivedAt: string;
  /** What happened and who told it, by field. */
  sent: object;
  events: { at: string; what: string; details: object; words?: string }[];
}

/** Gives all that is stored about a case, as it is stored. The secret itself is not stored. */
export async function exportCase(db: Database, caseId: string): Promise<CaseExport> {
  const { row, complaint, events, words } = await readLivingCase(db, caseId);
  return {
    reference: row.reference,
    receivedAt: row.received_at,
    sent: complaint,
    events: events.map(({ at, event }) => {
      const text = 'words' in event && event.words ? words.get(event.words) : undefined;
      return { at, what: event.kind, details: event, ...(text ? { words: text } : {}) };
    }),
  };
}

/** Erases who the citizen is. The case goes on; letters to them that wait find no address and end. */
export async function eraseIdentity(db: Database, caseId: string, now: Date): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await lockCase(transaction, caseId);
    await transaction.updateTable('cases').set({ identity: '{}' }).where('id', '=', caseId).execute();
    await appendEvent(transaction, caseId, now.toISOString(), { kind: 'identity-erased', version: 1 });
  });
}

/**
 * Deletes a case for good: words, files, who told it, mails, reference and secret. Its bare events stay under a random
 * number, so that the statistics of past months do not change and nothing leads back to the case.
 */
export async function deleteCase(db: Database, caseId: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await lockCase(transaction, caseId);
    const pastCase = randomUUID();
    const events = await transaction.selectFrom('events').selectAll().where('case_id', '=', caseId).execute();
    for (const { sequence, at, kind, data } of events) {
      await life(transaction)
        .insertInto('past_events')
        .values({ past_case: pastCase, sequence, at, kind, data: withoutIds(data) })
        .execute();
    }
    await transaction.deleteFrom('cases').where('id', '=', caseId).execute();
  });
}

/** Ids of mails and words would stand in logs and backups beside the case. */
function withoutIds(data: string): string {
  const event = JSON.parse(data) as Record<string, unknown>;
  return JSON.stringify({ ...event, ...('mail' in event ? { mail: '' } : {}), ...('words' in event ? { words: '' } : {}) });
}
