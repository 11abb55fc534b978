import { afterAll, beforeAll, describe } from 'vitest';
import { startPostgres, type PostgresServer } from './postgres-server.ts';
import { postgresStore, useStore } from './store-under-test.ts';

/* The kills of crash.test.ts on a real PostgreSQL; a file of its own, so that it runs beside the others. */
let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
  useStore(postgresStore(() => server.createDatabase()));
}, 60_000);
afterAll(() => server.stop());

describe('on PostgreSQL', async () => {
  await import('./crash.test.ts');
});
