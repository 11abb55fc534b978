import { testOnPostgres } from './on-postgres.ts';

/* Receipts and their chain on a real PostgreSQL, where several write and close days at once. */
testOnPostgres(async () => {
  await import('./receipts.test.ts');
});
