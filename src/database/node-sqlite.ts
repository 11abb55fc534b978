import { chmodSync, closeSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import {
  CompiledQuery,
  DeleteQueryNode,
  InsertQueryNode,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Driver,
  type SqliteDatabase,
  type SqliteDialectConfig,
  type SqliteStatement,
  UpdateQueryNode,
} from 'kysely';
import { makeFolder } from '../lib/make-folder.ts';
import { mayBeLost } from './may-be-lost.ts';
import type { SqliteFile } from './sqlite-file.ts';
import { createWriteLock } from './write-lock.ts';
import type { Spoken } from './tables.ts';

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
export function nodeSqliteDialect(path: string): SqliteDialect {
  const file: SqliteFile = {
    path,
    inserts: new Map(),
    writeLock: createWriteLock(),
    beforeClose: [],
    withoutWaiting: (change) => change(),
  };
  const config = {
    database: () => {
      const database = open(path);
      file.withoutWaiting = (change) => withoutWaiting(database, change);
      return Promise.resolve((file.connection = asKyselyTakesIt(database)));
    },
  };
  const dialect = new SqliteDialect(config);
  dialect.createDriver = (): Driver => new LockingDriver(config, file);
  dialect.createAdapter = (): SqliteAdapter => new FileAdapter(file);
  return dialect;
}

/** The file behind a database; undefined for PostgreSQL. */
export function sqliteFileOf(db: Spoken): SqliteFile | undefined {
  const { adapter } = db.getExecutor();
  return adapter instanceof FileAdapter ? adapter.file : undefined;
}

/**
 * A migration is one transaction, so a process killed in the middle of it leaves nothing behind and two cannot run at
 * once.
 */
class FileAdapter extends SqliteAdapter {
  readonly file: SqliteFile;

  constructor(file: SqliteFile) {
    super();
    this.file = file;
  }

  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * Takes the write lock when a transaction begins, or for a statement that writes by itself: first this process's own,
 * in turn, then SQLite's. With a plain BEGIN two processes could both read, and the second to write would fail without
 * waiting.
 */
class LockingDriver extends SqliteDriver {
  readonly #file: SqliteFile;
  #endTurn: (() => void) | undefined;

  constructor(config: SqliteDialectConfig, file: SqliteFile) {
    super(config);
    this.#file = file;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    return {
      executeQuery: async (query) => {
        if (this.#endTurn || !writes(query)) return untilFree(() => connection.executeQuery(query));
        const endTurn = await this.#file.writeLock.acquire();
        const run = () => connection.executeQuery<never>(query);
        return untilFree(mayBeLost(query) ? () => this.#file.withoutWaiting(run) : run).finally(endTurn);
      },
      streamQuery: (query, size) => connection.streamQuery(query, size),
    };
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    this.#endTurn = await this.#file.writeLock.acquire();
    await connection.executeQuery(CompiledQuery.raw('begin immediate')).catch((error: unknown) => {
      this.#finishTurn();
      throw error;
    });
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await super.commitTransaction(connection);
    this.#finishTurn();
  }

  /** A full disk ends a transaction by itself; the error to be told is that one, not "no transaction is active". */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch (error) {
      if (!/no transaction is active/.test((error as Error).message)) throw error;
    } finally {
      this.#finishTurn();
    }
  }

  override async destroy(): Promise<void> {
    await Promise.all(this.#file.beforeClose.map((task) => task()));
    await super.destroy();
  }

  #finishTurn(): void {
    this.#endTurn?.();
    this.#endTurn = undefined;
  }
}

function writes({ query }: CompiledQuery): boolean {
  return InsertQueryNode.is(query) || UpdateQueryNode.is(query) || DeleteQueryNode.is(query);
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

function open(file: string): DatabaseSync {
  if (file !== ':memory:') keepToOwner(file);
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: BUSY_WAIT_MAX_MS });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 0;');
  // What is deleted is overwritten: an erased name must not lie on in the file until its place is needed.
  database.exec('PRAGMA secure_delete = ON;');
  // The log may grow to about 32 MB before it is worked into the file: pages that change often are then written there
  // once.
  database.exec('PRAGMA wal_autocheckpoint = 8000; PRAGMA cache_size = -32000;');
  return database;
}

function asKyselyTakesIt(database: DatabaseSync): SqliteDatabase {
  return { close: () => database.close(), prepare: keepPrepared((sql) => prepare(database, sql)) };
}

/** What is run here has been written when it returns, though it may return a promise. */
function withoutWaiting<T>(database: DatabaseSync, change: () => T): T {
  database.exec('PRAGMA synchronous = NORMAL');
  try {
    return change();
  } finally {
    database.exec('PRAGMA synchronous = FULL');
  }
}

/**
 * Makes the file before SQLite does, which gives its log the same rights; cases are for nobody else on the machine to
 * read.
 */
function keepToOwner(file: string): void {
  makeFolder(dirname(file));
  closeSync(openSync(file, 'a', 0o600));
  for (const path of [file, `${file}-wal`, `${file}-shm`]) {
    try {
      chmodSync(path, 0o600);
    } catch (error) {
      // The log is not there yet, or the file belongs to somebody who has given this user the right to write.
      if (!['ENOENT', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
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
