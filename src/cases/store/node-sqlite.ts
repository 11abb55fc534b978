import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Driver,
  type SqliteDatabase,
  type SqliteStatement,
} from 'kysely';

/** How long a statement waits for another connection to finish writing, and how long it sleeps between two looks. */
const BUSY_WAIT_MAX_MS = 5000;
const BUSY_PAUSE_MS = 5;
const SQLITE_BUSY = 5;
/** Prepared statements kept for the next time; groups of each size have one of their own. */
const STATEMENTS_MAX = 300;

/**
 * Opens a database file through Node's own SQLite. WAL lets readers go on while a case is written;
 * synchronous=FULL has each commit on the disk before the citizen is answered.
 */
export function nodeSqliteDialect(file: string): SqliteDialect {
  const config = { database: () => Promise.resolve(open(file)) };
  const dialect = new SqliteDialect(config);
  dialect.createDriver = (): Driver => new ImmediateDriver(config);
  dialect.createAdapter = (): SqliteAdapter => new TransactionalAdapter();
  return dialect;
}

/** A migration is one transaction, so a process killed in the middle of it leaves nothing behind and two cannot run at once. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
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

  /** A full disk ends a transaction by itself; the error to be told is that one, not "no transaction is active". */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await super.rollbackTransaction(connection).catch((error: unknown) => {
      if (!/no transaction is active/.test((error as Error).message)) throw error;
    });
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
  // The log may grow to about 32 MB before it is worked into the file: pages that change often are then written there once.
  database.exec('PRAGMA wal_autocheckpoint = 8000; PRAGMA cache_size = -32000;');
  return { close: () => database.close(), prepare: keepPrepared((sql) => prepare(database, sql)) };
}

function prepare(database: DatabaseSync, sql: string): SqliteStatement {
  const statement = database.prepare(sql);
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
    run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
    iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
  };
}

/** Keeps the statements that were used last. */
function keepPrepared(make: (sql: string) => SqliteStatement): (sql: string) => SqliteStatement {
  const kept = new Map<string, SqliteStatement>();
  return (sql) => {
    const statement = kept.get(sql) ?? make(sql);
    kept.delete(sql);
    kept.set(sql, statement);
    const oldest = kept.size > STATEMENTS_MAX ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    return statement;
  };
}
