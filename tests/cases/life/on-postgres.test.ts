import { testOnPostgres } from '../on-postgres.ts';

/* The same tests as on SQLite, on a real PostgreSQL: two writers meet there who would queue in SQLite. */
testOnPostgres(async () => {
  await import('./whole-life.test.ts');
  await import('./letters.test.ts');
  await import('./failing-store.test.ts');
  await import('./citizen-data.test.ts');
  await import('./files.test.ts');
  await import('./outcomes.test.ts');
  await import('./statistics.test.ts');
  await import('./publication.test.ts');
});
