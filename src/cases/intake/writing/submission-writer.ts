import { isPostgres } from '../../../database/postgres.ts';
import { sqliteFileOf } from '../../../database/node-sqlite.ts';
import type { SqliteFile } from '../../../database/sqlite-file.ts';
import type { Database } from '../../../database/tables.ts';
import { createGroup, type Group } from '../../../lib/group.ts';
import { deriveSecret } from '../../case/secret.ts';
import { earlierCases, writeSubmissions, type SavedSubmission, type DraftedSubmission } from './write-submissions.ts';
import { startWritingThread, type WritingThread } from './writing-thread.ts';

/** Groups that PostgreSQL commits side by side; SQLite has one writer. */
const POSTGRES_LANES = 3;
/** With so many at once it pays to have another thread write them. */
const CROWD = 16;
/** Batches on their way to that thread: it writes what has come in meanwhile together, and never waits for the next. */
const THREAD_LANES = 16;

/** What puts submissions on the disk, whoever else is writing and however many come at once. */
export interface SubmissionWriter {
  /**
   * Saves a submission: case, first event and outbox rows in one transaction, which it shares with the submissions that
   * arrive at the same time. Resolves once that is on the disk, with the earlier case where the same form key was saved
   * before. Rejects where it could not be saved, such as on a full disk; nothing of it is kept then, and its neighbours
   * are saved all the same.
   */
  save(submission: DraftedSubmission): Promise<SavedSubmission>;
  /** Finds the case that a submission gave rise to, by its hash; undefined where it never came in. */
  find(hash: string): Promise<SavedSubmission | undefined>;
}

type Write = (batch: DraftedSubmission[]) => Promise<PromiseSettledResult<SavedSubmission>[]>;

/** Makes the writer of one database. `key` is the server's own key. It ends with the database. */
export function createSubmissionWriter(db: Database, key: string): SubmissionWriter {
  const group = groupFor(db, key);
  return {
    save: (submission) => group.add(submission),
    async find(hash) {
      const earlier = (await earlierCases(db, [hash])).get(hash);
      return (
        earlier && { reference: earlier.reference, secret: deriveSecret(key, earlier.secret_seed), repeated: true }
      );
    },
  };
}

function groupFor(db: Database, key: string): Group<DraftedSubmission, SavedSubmission> {
  const file = sqliteFileOf(db);
  const here: Write = (batch) => writeSubmissions(db, key, batch);
  return file && file.path !== ':memory:'
    ? createGroup({ write: threadedWrite(file, key, here), lanes: THREAD_LANES, readyAt: CROWD })
    : createGroup({ write: here, lanes: isPostgres(db) ? POSTGRES_LANES : 1 });
}

/** Writes here until there is a crowd; from then on in a thread of its own, as soon as that has started. */
function threadedWrite(file: SqliteFile, key: string, here: Write): Write {
  let thread: WritingThread | undefined;
  file.beforeClose.push(async () => thread?.close());
  return async (batch) => {
    if (!thread && batch.length >= CROWD) thread = startWritingThread(file.path, key);
    if (thread?.hasFailed()) thread = undefined;
    if (!thread?.isReady()) return here(batch);
    const release = await file.writeLock.join();
    try {
      return await thread.write(batch);
    } finally {
      release();
    }
  };
}
