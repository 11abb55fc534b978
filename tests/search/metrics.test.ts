import { expect, it } from 'vitest';
import { judge, parseTestQueries, quantile, summarise } from '../../src/search/measure/metrics.ts';

it('reckons success and mean reciprocal rank', () => {
  const outcomes = [
    judge({ q: 'a', expect: ['x'] }, ['x', 'y']),
    judge({ q: 'b', expect: ['x', 'z'] }, ['y', 'z']),
    judge({ q: 'c', expect: ['x'] }, []),
    judge({ q: 'd', expect: ['x'] }, ['a', 'b', 'c', 'x']),
  ];
  expect(outcomes.map((outcome) => outcome.place)).toEqual([1, 2, 0, 4]);
  expect(summarise(outcomes)).toMatchObject({
    successAt1: 0.25,
    successAt3: 0.5,
    meanReciprocalRank: (1 + 0.5 + 0.25) / 4,
  });
});

it('tells how honest an engine is: right when sure, right first, rightly nothing', () => {
  const outcomes = [
    judge({ q: 'a', expect: ['x'] }, ['x'], true),
    judge({ q: 'b', expect: ['x'] }, ['y'], true),
    judge({ q: 'c', expect: ['x'] }, ['x']),
    judge({ q: 'd', expect: [] }, []),
    judge({ q: 'e', expect: [] }, ['y']),
  ];
  expect(summarise(outcomes)).toMatchObject({ rightWhenSure: 0.5, sure: 0.4, rightlyNothing: 0.5 });
  expect(summarise(outcomes).rightFirst).toBeCloseTo(2 / 3);
});

it('gives median and p95', () => {
  const values = Array.from({ length: 100 }, (_, index) => index + 1);
  expect([quantile(values, 0.5), quantile(values, 0.95)]).toEqual([50, 95]);
});

it('names the entry of a file of queries that is wrong', () => {
  expect(() => parseTestQueries('[{"q":"a","expect":["x"]},{"q":1}]')).toThrow('Entry 1');
});

it('counts nothing found as right where nothing is expected', () => {
  expect(judge({ q: 'bread', expect: [] }, []).place).toBe(1);
  expect(judge({ q: 'bread', expect: [] }, ['x']).place).toBe(0);
});
