/**
 * Files that would meet, or leave behind, modules in another state: those that run the tests of other files a second
 * time on PostgreSQL, and the one that loads the texts anew from a folder of its own.
 */
export const apart = [
  'tests/cases/**/*postgres.test.ts',
  'tests/operate/*postgres.test.ts',
  'tests/texts/texts.test.ts',
];
