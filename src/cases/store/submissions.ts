import { createGroup, type Group } from './group.ts';
import { isPostgres } from './postgres.ts';
import type { AttachmentRow, CaseRow, Database, EventRow, OutboxRow } from './tables.ts';
import { isUniqueViolation } from './unique-violation.ts';

/** Everything that is stored of a new case. */
export interface NewCase {
  case: Omit<CaseRow, 'submission_hash' | 'submission_key'>;
  event: EventRow;
  mails: OutboxRow[];
  attachments?: AttachmentRow[];
}

export interface Submission {
  /** The same submission again has the same one. */
  hash: string;
  at: Date;
  /** How long the same hash means the same submission. */
  sameForMs: number;
  /** Makes a case with a reference of its own; called again when another case has drawn the same one. */
  create: () => NewCase;
}

export interface SavedSubmission {
  reference: string;
  secretSeed: string;
  /** The same submission had been saved before; nothing new was made. */
  repeated: boolean;
}

const ATTEMPTS_MAX = 4;
/** Groups that PostgreSQL commits side by side; SQLite has one writer. */
const POSTGRES_LANES = 3;

const groups = new WeakMap<Database, Group<Submission, SavedSubmission>>();

/**
 * Saves a submission: case, first event and outbox rows in one transaction, which it shares with the submissions that
 * arrive at the same time. Resolves once that is on the disk. Rejects where it could not be saved; nothing of it is kept
 * then, and its neighbours are saved all the same.
 */
export function saveSubmission(db: Database, submission: Submission): Promise<SavedSubmission> {
  let group = groups.get(db);
  if (!group) {
    group = createGroup({ write: (batch) => writeBatch(db, batch), lanes: isPostgres(db) ? POSTGRES_LANES : 1 });
    groups.set(db, group);
  }
  return group.add(submission);
}

/** Writes a batch as a whole or, where one of it fails, each by itself, so that one cannot spoil the others. */
async function writeBatch(db: Database, batch: Submission[]): Promise<PromiseSettledResult<SavedSubmission>[]> {
  try {
    const saved = await writeTogether(db, batch);
    return saved.map((value) => ({ status: 'fulfilled', value }));
  } catch (reason) {
    if (batch.length === 1 && !isUniqueViolation(reason)) return [{ status: 'rejected', reason }];
  }
  const results: PromiseSettledResult<SavedSubmission>[] = [];
  for (const submission of batch) results.push(await writeAlone(db, submission));
  return results;
}

async function writeAlone(db: Database, submission: Submission): Promise<PromiseSettledResult<SavedSubmission>> {
  for (let attempt = 1; ; attempt++) {
    try {
      const [value] = await writeTogether(db, [submission]);
      if (value) return { status: 'fulfilled', value };
    } catch (reason) {
      // Another process took in the same submission, or drew the same reference, since we looked.
      if (!isUniqueViolation(reason) || attempt === ATTEMPTS_MAX) return { status: 'rejected', reason };
    }
  }
}

function writeTogether(db: Database, batch: Submission[]): Promise<SavedSubmission[]> {
  return db.transaction().execute(async (transaction) => {
    const earlier = await earlierCases(transaction, batch);
    const cases: CaseRow[] = [];
    const events: EventRow[] = [];
    const mails: OutboxRow[] = [];
    const attachments: AttachmentRow[] = [];
    const saved = batch.map((submission): SavedSubmission => {
      const same = earlier.get(submission.hash) ?? [];
      const last = same.at(-1);
      if (last && submission.at.getTime() - Date.parse(last.received_at) < submission.sameForMs) {
        return { reference: last.reference, secretSeed: last.secret_seed, repeated: true };
      }
      const made = submission.create();
      const row = { ...made.case, submission_hash: submission.hash, submission_key: `${submission.hash}.${same.length}` };
      cases.push(row);
      events.push(made.event);
      mails.push(...made.mails);
      attachments.push(...(made.attachments ?? []));
      // A second tap may stand in the same batch as the first.
      earlier.set(submission.hash, [...same, row]);
      return { reference: row.reference, secretSeed: row.secret_seed, repeated: false };
    });
    if (cases.length > 0) {
      await transaction.insertInto('cases').values(cases).execute();
      await transaction.insertInto('events').values(events).execute();
      await transaction.insertInto('outbox').values(mails).execute();
      for (const attachment of attachments) await transaction.insertInto('attachments').values(attachment).execute();
    }
    return saved;
  });
}

type EarlierCase = Pick<CaseRow, 'reference' | 'secret_seed' | 'received_at' | 'submission_hash'>;

/** Gives the cases that came of the same submissions before, oldest first. */
async function earlierCases(transaction: Database, batch: Submission[]): Promise<Map<string, EarlierCase[]>> {
  const rows = await transaction
    .selectFrom('cases')
    .select(['reference', 'secret_seed', 'received_at', 'submission_hash'])
    .where('submission_hash', 'in', [...new Set(batch.map(({ hash }) => hash))])
    .orderBy('received_at')
    .execute();
  const byHash = new Map<string, EarlierCase[]>();
  for (const row of rows) byHash.set(row.submission_hash, [...(byHash.get(row.submission_hash) ?? []), row]);
  return byHash;
}
