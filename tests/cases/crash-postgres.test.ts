import { testOnPostgres } from './on-postgres.ts';

/* The kills of crash.test.ts on a real PostgreSQL; a file of its own, so that it runs beside the others. */
testOnPostgres(async () => {
  await import('./crash.test.ts');
});
