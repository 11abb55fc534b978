export { startPostgres, type DiskLimit, type PostgresServer } from '../../src/bench/frame/postgres-server.ts';
