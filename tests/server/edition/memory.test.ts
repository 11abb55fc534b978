import { expect, test } from 'vitest';
import { workersWithin } from '../../../src/server/edition/make-pages.ts';

function ask(availableMB: number, bodies = 150): { threads: number; told: object[] } {
  const told: object[] = [];
  return { threads: workersWithin(2, bodies, availableMB, (event) => told.push(event)), told };
}

test('where memory is plenty, all threads make pages and nothing is said', () => {
  expect(ask(4000)).toEqual({ threads: 2, told: [] });
});

test('a build short of memory goes on with one thread and says what it lacks', () => {
  const { threads, told } = ask(300);
  expect(threads).toBe(1);
  expect(told).toEqual([{ event: 'memory-is-short', availableMB: 300, neededMB: 720, threads: 1 }]);
});
