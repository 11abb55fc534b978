import { afterAll, beforeAll, describe } from 'vitest';
import { startPostgres, type PostgresServer } from './postgres-server.ts';
import { postgresStore, useStore } from './store-under-test.ts';

/** Runs the tests of other files, which `load` imports, on a real PostgreSQL of their own. */
export function testOnPostgres(load: () => Promise<void>): void {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
    useStore(postgresStore(() => server.createDatabase()));
  });
  afterAll(() => server.stop());
  describe('on PostgreSQL', load);
}
