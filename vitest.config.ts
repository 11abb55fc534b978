import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/*
 * Limits are no measure of speed: what is waited for comes soon or not at all, and a limit is met only where something
 * hangs. They hold on a machine many times slower than the one the tests were written on.
 */
const patience = { testTimeout: 300_000, hookTimeout: 600_000, expect: { poll: { timeout: 60_000 } } };

/*
 * Vitest leaves a core free, which of two is half. A file waits for processes, disks and browsers for much of its time,
 * so two at a time pay even on a small machine; the journeys write to agencies, addresses and cases of their own.
 */
const maxWorkers = Math.max(2, availableParallelism() - 1);

export default defineConfig({
  test: {
    maxWorkers,
    projects: [
      {
        test: {
          ...patience,
          name: 'parts',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.browser.test.ts', 'tests/journeys/**'],
        },
      },
      {
        test: {
          ...patience,
          name: 'browser',
          include: ['tests/**/*.browser.test.ts', 'tests/journeys/**/*.test.ts'],
          globalSetup: ['tests/journeys/start-portal.ts'],
        },
      },
    ],
  },
});
