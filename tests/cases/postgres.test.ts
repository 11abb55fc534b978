import { afterAll, beforeAll, describe } from 'vitest';
import { startPostgres, type PostgresServer } from './postgres-server.ts';
import { postgresStore, useStore } from './store-under-test.ts';

/*
 * The same tests as on SQLite, on a real PostgreSQL. Files that know of no database are not repeated.
 */
let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
  useStore(postgresStore(() => server.createDatabase()));
}, 60_000);
afterAll(() => server.stop());

describe('on PostgreSQL', async () => {
  await import('./intake.test.ts');
  await import('./delivery.test.ts');
  await import('./follow.test.ts');
  await import('./receive.test.ts');
  await import('./attachments.test.ts');
  await import('./outbox.test.ts');
  await import('./outbox-desk.test.ts');
  await import('./outbox-migration.test.ts');
  await import('./proof/proving.test.ts');
  await import('./proof/bounced.test.ts');
});
