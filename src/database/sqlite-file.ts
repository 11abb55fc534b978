import type { SqliteDatabase } from 'kysely';
import type { WriteLock } from './write-lock.ts';

/** What is shared by all who write to a SQLite file from this process. */
export interface SqliteFile {
  path: string;
  /** Once it is open. */
  connection?: SqliteDatabase;
  writeLock: WriteLock;
  /** Done before the database is closed. */
  beforeClose: (() => Promise<void>)[];
}
