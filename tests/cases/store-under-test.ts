import { mkdtemp, rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { onTestFinished } from 'vitest';

export type Row = Record<string, unknown>;

/** Makes every write of one kind fail, as a full disk or a crash at that point would. */
export interface Fault {
  table: string;
  on: 'insert' | 'update';
  /** SQL condition on `new`. */
  when?: string;
  message: string;
}

/** A kind of database on which the pipeline's tests run. */
export interface StoreUnderTest {
  /** Makes an empty database and gives what `createCases` is given. */
  create(): Promise<string>;
  /** Runs SQL beside the pipeline, as another program would. */
  query(location: string, sql: string): Promise<Row[]>;
  breakWrites(location: string, fault: Fault): Promise<void>;
  mend(location: string, fault: Fault): Promise<void>;
}

export const sqliteStore: StoreUnderTest = {
  create: async () => join(await temporaryFolder(), 'cases.sqlite'),
  query(location, sql) {
    const db = new DatabaseSync(location);
    try {
      return Promise.resolve(db.prepare(sql).all());
    } finally {
      db.close();
    }
  },
  async breakWrites(location, { table, on, when = 'true', message }) {
    await this.query(
      location,
      `create trigger broken before ${on} on ${table} when ${when} begin select raise(abort, '${message}'); end`,
    );
  },
  async mend(location) {
    await this.query(location, 'drop trigger broken');
  },
};

/**
 * The store that makes its databases on a running PostgreSQL. To make one writes three hundred files, so one that a test
 * is done with is emptied for the next, unless something of that test is connected still.
 */
export function postgresStore(createDatabase: () => Promise<string>): StoreUnderTest {
  const empty: string[] = [];
  return {
    async create() {
      const location = empty.pop() ?? (await createDatabase());
      onTestFinished(async () => {
        const [others] = await queryPostgres(
          location,
          'select count(*)::int as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
        );
        if (others?.n !== 0) return;
        await queryPostgres(location, 'drop schema public cascade; create schema public');
        empty.push(location);
      });
      return location;
    },
    query: queryPostgres,
    async breakWrites(location, { table, on, when = 'true', message }) {
      await this.query(
        location,
        `create function broken() returns trigger language plpgsql as $$ begin raise exception '${message}'; end $$`,
      );
      await this.query(
        location,
        `create trigger broken before ${on} on ${table} for each row when (${when}) execute function broken()`,
      );
    },
    async mend(location, { table }) {
      await this.query(location, `drop trigger broken on ${table}`);
    },
  };
}

async function queryPostgres(location: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: location });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

let current: StoreUnderTest = sqliteStore;

/** The store on which this file's tests run: SQLite, unless `useStore` has chosen another. */
export function storeUnderTest(): StoreUnderTest {
  return current;
}

export function useStore(store: StoreUnderTest): void {
  current = store;
}

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'opencharter-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
