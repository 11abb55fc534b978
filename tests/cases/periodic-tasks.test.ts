import { expect, test } from 'vitest';
import { createPeriodicTasks } from '../../src/cases/rounds/periodic-tasks.ts';

test('a chore that fails keeps none behind it from being done, and its failure is told', async () => {
  const done: string[] = [];
  const chores = createPeriodicTasks(
    [
      { do: () => Promise.reject(new Error('disk I/O error')), everyMs: 0 },
      { do: () => Promise.resolve(done.push('retention')), everyMs: 0 },
    ],
    () => new Date('2026-03-10T09:00:00Z'),
  );
  await expect(chores()).rejects.toThrow('disk I/O error');
  expect(done).toEqual(['retention']);
});
