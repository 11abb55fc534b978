import { expect, test } from 'vitest';
import { fewRandomBytes } from '../../src/lib/random-bytes.ts';

test('as many bytes as asked for, never the same twice, also across several drawings', () => {
  const drawn = Array.from({ length: 2000 }, () => fewRandomBytes(16));
  expect(new Set(drawn.map(({ length }) => length))).toEqual(new Set([16]));
  expect(new Set(drawn.map((bytes) => bytes.toString('hex'))).size).toBe(drawn.length);
});

test('what was given out stays as it is', () => {
  const first = fewRandomBytes(16);
  const asGiven = first.toString('hex');
  for (let more = 0; more < 1000; more++) fewRandomBytes(16);
  expect(first.toString('hex')).toBe(asGiven);
});

test('more than are drawn at a time are refused in plain words', () => {
  expect(fewRandomBytes(4096)).toHaveLength(4096);
  expect(() => fewRandomBytes(4097)).toThrow('4097 random bytes were asked for, and at most 4096 are given');
});
