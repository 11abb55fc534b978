import type { SqliteDatabase, SqliteStatement } from 'kysely';
import type { WriteLock } from './write-lock.ts';

/** What is shared by all who write to a SQLite file from this process. */
export interface SqliteFile {
  path: string;
  /** Once it is open. */
  connection?: SqliteDatabase;
  /** Makes a change without waiting until it is on the disk. Not inside a transaction. */
  withoutWaiting: <T>(change: () => T) => T;
  /** Statements that insert rows, by table and columns, prepared on that connection. */
  inserts: Map<string, SqliteStatement>;
  writeLock: WriteLock;
  /** Done before the database is closed. */
  beforeClose: (() => Promise<void>)[];
}
