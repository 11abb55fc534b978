import { describe, expect, it } from 'vitest';
import { monthsSince } from '../../src/lib/age.ts';

describe('the age of a figure in months', () => {
  const today = new Date('2026-06-15T12:00:00Z');

  it.each([
    ['2026-06', 0],
    ['2026-05-31', 1],
    ['2023-06', 36],
    ['2023-05', 37],
  ])('%s was %i months ago', (date, months) => {
    expect(monthsSince(date, today)).toBe(months);
  });

  it('counts a bare year from its end, so as not to age it early', () => {
    expect(monthsSince('2025', today)).toBe(monthsSince('2025-12', today));
    expect(monthsSince('2026', today)).toBeLessThanOrEqual(0);
  });
});
