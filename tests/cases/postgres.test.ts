import { testOnPostgres } from './on-postgres.ts';

/*
 * The same tests as on SQLite, on a real PostgreSQL. Files that know of no database are not repeated.
 */
testOnPostgres(async () => {
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
