import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { sql } from 'kysely';
import { openDatabase } from '../../../database/open-database.ts';
import { DatabaseProblem } from '../../../database/opening-problem.ts';
import type { Database } from '../../../database/tables.ts';
import { CommandError } from '../../command.ts';
import { backupTables, emptiedTables } from './backup-tables.ts';
import { fileInUse, isDatabaseFile, serverInUse } from './in-use.ts';
import { fill } from './rebuild-database.ts';
import { digestOf, readRows } from './table-rows.ts';

/** Where a backup is put back. */
export interface Target {
  /** The database that is there now, brought up to date; undefined where there is none. */
  current: Database | undefined;
  /** Copies the rebuilt database where that is done while it is open. */
  take(rebuilt: Database): Promise<void>;
  /** Puts the rebuilt file in place where that is done once it is closed. Gives what was set aside. */
  finish(file: string, now: Date): Promise<string[]>;
  close(): Promise<void>;
}

const RUNNING = 'The portal runs, or another program has its database open. Stop it, then try again.';

/**
 * A SQLite file takes the place of the one that is there, which is kept beside it. One that is damaged is replaced only
 * where `replace` says so, because what it knows cannot be asked.
 */
export async function fileTarget(location: string, replace: boolean): Promise<Target> {
  if (fileInUse(location)) throw new CommandError('later', RUNNING);
  const current = existsSync(location) ? await openCurrent(location, replace) : undefined;
  const close = async (): Promise<void> => void (await current?.destroy());
  return {
    current,
    take: () => Promise.resolve(),
    async finish(file, now) {
      await close();
      if (fileInUse(location)) throw new CommandError('later', RUNNING);
      const ending = `.replaced-${now.toISOString().slice(0, 19).replaceAll(':', '-')}`;
      // A log that is left beside a damaged file, or after a crash, must not be worked into the new one.
      const there = ['', '-wal', '-shm'].map((part) => location + part).filter((part) => existsSync(part));
      for (const part of there) await rename(part, part + ending);
      await rename(file, location);
      return there.map((part) => part + ending);
    },
    close,
  };
}

async function openCurrent(location: string, replace: boolean): Promise<Database | undefined> {
  let cause: unknown;
  if (isDatabaseFile(location)) {
    try {
      return await openDatabase(location);
    } catch (error) {
      if (!(error instanceof DatabaseProblem) || error.kind !== 'damaged') throw error;
      cause = error;
    }
  }
  if (replace) return undefined;
  throw new CommandError(
    'data',
    `The database ${location} is damaged. --replace puts the backup in its place and keeps it beside.`,
    { cause },
  );
}

/** A PostgreSQL database is emptied and filled in one transaction, and compared before that ends. */
export async function serverTarget(location: string): Promise<Target> {
  const current = await openDatabase(location);
  if (await serverInUse(current)) {
    await current.destroy();
    throw new CommandError('later', RUNNING);
  }
  return {
    current,
    take: (rebuilt) =>
      current.transaction().execute(async (transaction) => {
        const tables = [...backupTables.keys(), ...emptiedTables].map((name) => sql.table(name));
        await sql`truncate ${sql.join(tables)}`.execute(transaction);
        for (const [table, key] of backupTables) {
          await fill(transaction, table, rowsOf(rebuilt, table, key));
          const [wanted, found] = [await digestOf(rebuilt, table, key), await digestOf(transaction, table, key)];
          if (wanted.rows !== found.rows || wanted.sha256 !== found.sha256)
            throw new CommandError('software', `The table ${table} was not taken over whole; nothing has changed.`);
        }
      }),
    finish: () => Promise.resolve([]),
    close: () => current.destroy(),
  };
}

async function* rowsOf(db: Database, table: string, key: readonly string[]) {
  for await (const rows of readRows(db, table, key)) yield* rows;
}
