import { afterAll, beforeAll, describe } from 'vitest';
import { startPostgres, type PostgresServer } from './postgres-server.ts';
import { postgresStore, useStore } from './store-under-test.ts';

/** Runs the tests of other files, which `load` imports, on a real PostgreSQL of their own. */
export function testOnPostgres(load: () => Promise<void>): void {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
    useStore(postgresStore(() => server.createDatabase()));
  }, 60_000);
  afterAll(() => server.stop(), 60_000);
  describe('on PostgreSQL', load);
}
