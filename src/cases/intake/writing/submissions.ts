import { createGroup, type Group } from '../../../lib/group.ts';
import { isPostgres } from '../../../database/postgres.ts';
import { sqliteFileOf } from '../../../database/node-sqlite.ts';
import type { SqliteFile } from '../../../database/sqlite-file.ts';
import { deriveSecret } from '../../case/secret.ts';
import { earlierCases, writeSubmissions, type SavedSubmission, type Submission } from './write-submissions.ts';
import { startWritingThread, type WritingThread } from './writing-thread.ts';
import type { Database } from '../../../database/tables.ts';

/** Groups that PostgreSQL commits side by side; SQLite has one writer. */
const POSTGRES_LANES = 3;
/** With so many at once it pays to have another thread write them. */
const CROWD = 16;
/** Batches on their way to that thread: it writes what has come in meanwhile together, and never waits for the next. */
const THREAD_LANES = 16;

type Write = (batch: Submission[]) => Promise<PromiseSettledResult<SavedSubmission>[]>;

const groups = new WeakMap<Database, Group<Submission, SavedSubmission>>();

/**
 * Saves a submission: case, first event and outbox rows in one transaction, which it shares with the submissions that
 * arrive at the same time. Resolves once that is on the disk. Rejects where it could not be saved; nothing of it is
 * kept then, and its neighbours are saved all the same. `key` is the server's own key, the same in every call for one
 * database.
 */
export function saveSubmission(db: Database, key: string, submission: Submission): Promise<SavedSubmission> {
  let group = groups.get(db);
  if (!group) {
    const file = sqliteFileOf(db);
    const here: Write = (batch) => writeSubmissions(db, key, batch);
    group =
      file && file.path !== ':memory:'
        ? createGroup({ write: threadedWrite(file, key, here), lanes: THREAD_LANES, readyAt: CROWD })
        : createGroup({ write: here, lanes: isPostgres(db) ? POSTGRES_LANES : 1 });
    groups.set(db, group);
  }
  return group.add(submission);
}

/** Gives the case that a submission gave rise to, by its hash; undefined where it never came in. */
export async function findSubmission(db: Database, key: string, hash: string): Promise<SavedSubmission | undefined> {
  const earlier = (await earlierCases(db, [hash])).get(hash);
  return earlier && { reference: earlier.reference, secret: deriveSecret(key, earlier.secret_seed), repeated: true };
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
