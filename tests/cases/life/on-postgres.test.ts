import { afterAll, beforeAll, describe } from 'vitest';
import { startPostgres, type PostgresServer } from '../postgres-server.ts';
import { postgresStore, useStore } from '../store-under-test.ts';

/* The same tests as on SQLite, on a real PostgreSQL: two writers meet there who would queue in SQLite. */
let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
  useStore(postgresStore(() => server.createDatabase()));
}, 60_000);
afterAll(() => server.stop());

describe('on PostgreSQL', async () => {
  await import('./whole-life.test.ts');
  await import('./letters.test.ts');
  await import('./failing-store.test.ts');
  await import('./citizen-data.test.ts');
  await import('./files.test.ts');
  await import('./outcomes.test.ts');
  await import('./statistics.test.ts');
});
