import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { CompiledQuery, SqliteDialect, SqliteDriver, type DatabaseConnection, type Driver, type SqliteDatabase } from 'kysely';

/** How long a statement waits for another connection to finish writing, and how long it sleeps between two looks. */
const BUSY_WAIT_MAX_MS = 5000;
const BUSY_PAUSE_MS = 5;
const SQLITE_BUSY = 5;

/**
 * Opens a database file through Node's own SQLite. WAL lets readers go on while a case is written;
 * synchronous=FULL has each commit on the disk before the citizen is answered.
 */
export function nodeSqliteDialect(file: string): SqliteDialect {
  const config = { database: () => Promise.resolve(open(file)) };
  const dialect = new SqliteDialect(config);
  dialect.createDriver = (): Driver => new ImmediateDriver(config);
  return dialect;
}

/**
 * Takes the write lock when a transaction begins. With a plain BEGIN two processes could both read, and the
 * second to write would fail without waiting.
 */
class ImmediateDriver extends SqliteDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    return {
      executeQuery: (query) => untilFree(() => connection.executeQuery(query)),
      streamQuery: (query, size) => connection.streamQuery(query, size),
    };
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/**
 * SQLite's own waiting would stop the whole process, and for ever where the other writer is in the same process. A busy
 * statement has done nothing and may be repeated; inside a transaction, which holds the lock, none is busy.
 */
async function untilFree<T>(run: () => Promise<T>): Promise<T> {
  for (let waitedMs = 0; ; waitedMs += BUSY_PAUSE_MS) {
    try {
      return await run();
    } catch (error) {
      if ((error as { errcode?: number }).errcode !== SQLITE_BUSY || waitedMs >= BUSY_WAIT_MAX_MS) throw error;
      await setTimeout(BUSY_PAUSE_MS);
    }
  }
}

function open(file: string): SqliteDatabase {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: BUSY_WAIT_MAX_MS });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 0;');
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = database.prepare(sql);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
        run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
        iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
      };
    },
  };
}

/** Says whether an error means that a unique value was already taken (SQLITE_CONSTRAINT_UNIQUE, _PRIMARYKEY). */
export function isUniqueViolation(error: unknown): boolean {
  const code = (error as { errcode?: number }).errcode;
  return code === 2067 || code === 1555;
}
