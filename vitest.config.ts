import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { apart } from './tests/apart.ts';
import { compileCache } from './tests/child-environment.ts';
import { DearestFirst } from './tests/dearest-first.ts';

/*
 * Limits are no measure of speed: what is waited for comes soon or not at all, and a limit is met only where something
 * hangs. They hold on a machine many times slower than the one the tests were written on.
 */
const patience = { testTimeout: 300_000, hookTimeout: 600_000, expect: { poll: { timeout: 60_000 } } };
/** For processes and threads that a test starts. */
const env = { NODE_COMPILE_CACHE: compileCache };

/*
 * Vitest leaves a core free, which of two is half. A file waits for processes, disks, rounds of mail and browsers for much
 * of its time, so three at a time pay even on two cores; the journeys write to agencies, addresses and cases of their own.
 */
const maxWorkers = Math.max(3, availableParallelism() - 1);

const browser = ['tests/**/*.browser.test.ts', 'tests/journeys/**/*.test.ts'];
const unpackBrowser = 'tests/unpack-browser.ts';

/*
 * The files of a worker share their modules: to load the schemas anew for each of two hundred files takes more time than
 * most of them do. So a test leaves no module, global or variable of the environment changed behind it.
 */
const shared = { ...patience, env, isolate: false };

export default defineConfig({
  test: {
    maxWorkers,
    sequence: { sequencer: DearestFirst },
    projects: [
      {
        test: {
          ...shared,
          name: 'parts',
          include: ['tests/**/*.test.ts'],
          exclude: [...browser, ...apart],
          globalSetup: [unpackBrowser],
        },
      },
      { test: { ...patience, env, name: 'apart', include: apart } },
      {
        test: {
          ...shared,
          name: 'browser',
          include: browser,
          globalSetup: [unpackBrowser, 'tests/journeys/start-portal.ts'],
        },
      },
    ],
  },
});
