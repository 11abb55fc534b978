import type { FileSender } from '../store/tables.ts';
import { publishedOf } from '../store/published-rows.ts';
import { readLivingCase } from '../store/life-records.ts';
import type { StoredStatement } from '../receipts/complete-receipt.ts';
import { readStored } from '../receipts/receipt-rows.ts';
import type { Audience } from '../../mail/outbox-table.ts';
import type { Database } from '../../database/tables.ts';

/** All that is stored about a case, for the citizen to take along. */
export interface CaseExport {
  reference: string;
  receivedAt: string;
  /** What happened and who told it, by field. */
  sent: object;
  events: { at: string; what: string; details: object; words?: string; withheld?: string }[];
  /** Each can be downloaded from the case page by its number. `with` is the place of the event it came with. */
  files: { number: number; type: string; bytes: number; at: string; by: FileSender; with: number }[];
  /** The words as they are published; absent where nothing is. */
  published?: { page: string; words: string; answer: string | null; at: string; changedAt: string; upTo: number };
  mails: MailRecord[];
  /** What its receipt says, but for the salt, which is not stored, and its hash in the chain. */
  receipt?: { hash: string; statement: StoredStatement };
}

/** A mail that went out, or will: never its text, which is written when it is sent. */
interface MailRecord {
  what: string;
  to: Audience;
  /** Number of the event it tells of. */
  event: number;
  sentAt: string | null;
  failedAt: string | null;
  lastError: string | null;
  /** What else it needs to know, and whom it goes to instead after the first address failed. */
  about?: unknown;
  redirectedTo?: unknown;
}

/** All that is stored about a case, as it is stored. The secret itself is not stored. */
export async function exportCase(db: Database, caseId: string): Promise<CaseExport> {
  const { row, submission, events, words, files } = await readLivingCase(db, caseId);
  const receipt = await readStored(db, caseId);
  return {
    reference: row.reference,
    receivedAt: row.received_at,
    sent: submission,
    events: events.map(({ at, event }) => {
      const text = 'words' in event && event.words ? words.get(event.words) : undefined;
      const withheld = event.kind === 'resolved' ? words.get(event.withheld ?? '') : undefined;
      return {
        at,
        what: event.kind,
        details: event,
        ...(text ? { words: text } : {}),
        ...(withheld ? { withheld } : {}),
      };
    }),
    files: files.map(({ number, type, bytes, sequence, sender }) => ({
      number,
      type,
      bytes,
      at: events.find((recorded) => recorded.sequence === sequence)?.at ?? row.received_at,
      by: sender,
      with: sequence,
    })),
    ...(await publishedRecord(db, caseId)),
    mails: await mailsOf(db, caseId),
    ...(receipt ? { receipt } : {}),
  };
}

async function publishedRecord(db: Database, caseId: string): Promise<Pick<CaseExport, 'published'>> {
  const row = await publishedOf(db, caseId);
  if (!row) return {};
  const { page, words, answer, published_at: at, changed_at: changedAt, reviewed_upto: upTo } = row;
  return { published: { page, words, answer, at, changedAt, upTo } };
}

async function mailsOf(db: Database, caseId: string): Promise<MailRecord[]> {
  const rows = await db
    .selectFrom('outbox')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('created_at')
    .orderBy('sequence')
    .execute();
  return rows.map(({ kind, audience, sequence, sent_at, failed_at, last_error, about, redirected_to }) => ({
    what: kind,
    to: audience,
    event: sequence,
    sentAt: sent_at,
    failedAt: failed_at,
    lastError: last_error,
    ...(about ? { about: JSON.parse(about) as unknown } : {}),
    ...(redirected_to ? { redirectedTo: JSON.parse(redirected_to) as unknown } : {}),
  }));
}
