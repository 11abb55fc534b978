import { deriveSecret } from '../../case/secret.ts';
import { insertRows } from '../../../database/insert-rows.ts';
import { completeCase, type CaseDraft } from '../case-draft.ts';
import { chainPlace } from '../../receipts/chain.ts';
import type { ReceiptRow } from '../../receipts/tables.ts';
import type { AttachmentRow, CaseRow, EventRow } from '../../store/tables.ts';
import { isUniqueViolation } from '../../../database/unique-violation.ts';
import type { Database } from '../../../database/tables.ts';
import type { OutboxRow } from '../../../mail/outbox-table.ts';

export interface DraftedSubmission {
  /** The same submission again has the same one. */
  hash: string;
  /** ISO 8601, UTC. */
  at: string;
  draft: CaseDraft;
}

export interface SavedSubmission {
  reference: string;
  secret: string;
  /** The same submission had been saved before; nothing new was made. */
  repeated: boolean;
}

const ATTEMPTS_MAX = 4;

/**
 * Writes a batch in one transaction or, where one of it fails, each by itself, so that one cannot spoil the others.
 * Gives what became of each, in order. `key` is the server's own key.
 */
export async function writeSubmissions(
  db: Database,
  key: string,
  batch: DraftedSubmission[],
): Promise<PromiseSettledResult<SavedSubmission>[]> {
  try {
    const saved = await writeTogether(db, key, batch);
    return saved.map((value) => ({ status: 'fulfilled', value }));
  } catch (reason) {
    if (batch.length === 1 && !isUniqueViolation(reason)) return [{ status: 'rejected', reason }];
  }
  const results: PromiseSettledResult<SavedSubmission>[] = [];
  for (const submission of batch) results.push(await writeAlone(db, key, submission));
  return results;
}

async function writeAlone(
  db: Database,
  key: string,
  submission: DraftedSubmission,
): Promise<PromiseSettledResult<SavedSubmission>> {
  for (let attempt = 1; ; attempt++) {
    try {
      const [value] = await writeTogether(db, key, [submission]);
      if (value) return { status: 'fulfilled', value };
    } catch (reason) {
      // Another process took in the same submission, or drew the same reference, since we looked.
      if (!isUniqueViolation(reason) || attempt === ATTEMPTS_MAX) return { status: 'rejected', reason };
    }
  }
}

function writeTogether(db: Database, key: string, batch: DraftedSubmission[]): Promise<SavedSubmission[]> {
  return db.transaction().execute(async (transaction) => {
    const earlier = await earlierCases(
      transaction,
      batch.map(({ hash }) => hash),
    );
    const place = batch.some(({ draft }) => draft.receipt) ? await chainPlace(transaction) : undefined;
    const cases: CaseRow[] = [];
    const events: EventRow[] = [];
    const mails: OutboxRow[] = [];
    const attachments: AttachmentRow[] = [];
    const receipts: ReceiptRow[] = [];
    const saved = batch.map((submission): SavedSubmission => {
      const same = earlier.get(submission.hash);
      if (same) return { reference: same.reference, secret: deriveSecret(key, same.secret_seed), repeated: true };
      const made = completeCase(submission.draft, submission.at, key, place);
      const row = { ...made.case, submission_key: submission.hash };
      cases.push(row);
      events.push(made.event);
      mails.push(...made.mails);
      attachments.push(...made.attachments);
      if (made.receipt) receipts.push(made.receipt);
      // A second tap may stand in the same batch as the first.
      earlier.set(submission.hash, row);
      return { reference: row.reference, secret: made.secret, repeated: false };
    });
    if (cases.length > 0) {
      await insertRows(transaction, 'cases', cases);
      await insertRows(transaction, 'events', events);
      await insertRows(transaction, 'outbox', mails);
      await insertRows(transaction, 'receipts', receipts);
      for (const attachment of attachments) await transaction.insertInto('attachments').values(attachment).execute();
    }
    return saved;
  });
}

type EarlierCase = Pick<CaseRow, 'reference' | 'secret_seed' | 'submission_key'>;

/** The cases that came of the same submissions before, by their hashes. */
export async function earlierCases(db: Database, hashes: string[]): Promise<Map<string, EarlierCase>> {
  const rows = await db
    .selectFrom('cases')
    .select(['reference', 'secret_seed', 'submission_key'])
    .where('submission_key', 'in', hashes)
    .execute();
  return new Map(rows.map((row) => [row.submission_key, row]));
}
