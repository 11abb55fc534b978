import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'parts',
          // What is waited for comes soon or not at all; a second is too short only for a busy machine.
          expect: { poll: { timeout: 10_000 } },
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.browser.test.ts', 'tests/journeys/**'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          expect: { poll: { timeout: 10_000 } },
          include: ['tests/**/*.browser.test.ts', 'tests/journeys/**/*.test.ts'],
          globalSetup: ['tests/journeys/start-portal.ts'],
          // One portal and one browser at a time: two cores, and the journeys read the same inbox.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
