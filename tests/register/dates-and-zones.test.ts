import type * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { isoDate, monthDay, partialDate, timeZone, yearMonth } from '../../src/schemas/primitives.ts';
import { charter, jurisdiction, problemsOf, service } from './tiny-register.ts';

const accepts = (schema: z.ZodType, value: string): boolean => schema.safeParse(value).success;

describe('a date of the content', () => {
  it.each([
    '2026-02-30',
    '2026-02-29',
    '2025-04-31',
    '2025-06-31',
    '2026-09-31',
    '2026-11-31',
    '1900-02-29',
    '2026-00-10',
    '2026-13',
    '2026-1-1',
    '26',
  ])('is not %s, which is no day of any calendar', (value) => {
    expect(accepts(partialDate, value)).toBe(false);
    expect(accepts(isoDate, value)).toBe(false);
  });

  it.each(['2026', '2026-02', '2026-02-28', '2024-02-29', '2000-02-29', '2026-12-31'])(
    'may be as exact as %s',
    (value) => {
      expect(accepts(partialDate, value)).toBe(true);
    },
  );

  it.each(['02-30', '04-31', '00-10', '13-01', '2-1'])('of every year is not %s', (value) => {
    expect(accepts(monthDay, value)).toBe(false);
  });

  it.each(['02-29', '10-01', '06-30'])('of every year may be %s', (value) => {
    expect(accepts(monthDay, value)).toBe(true);
  });

  it.each(['2026-13', '2026-00', '2026', '2026-1'])('of a monthly report is not %s', (value) => {
    expect(accepts(yearMonth, value)).toBe(false);
  });

  it('that does not exist is told with what to write instead, wherever it stands', () => {
    const evidence = { sources: ['s1'], verification: 'official', asOf: '2026-02-30' };
    expect(problemsOf(charter('water', { evidence }))).toMatchObject([
      {
        field: 'evidence.asOf',
        message: 'Found "2026-02-30", which does not fit.',
        remedy: expect.stringContaining('There is no such day'),
      },
    ]);
    expect(problemsOf(service('water', 'meter', { fees: [{ kind: 'free', evidence }] }))).toMatchObject([
      { field: 'fees.0.evidence.asOf' },
    ]);
  });
});

describe('a time zone', () => {
  it.each([
    'Africa/Lagos',
    'Africa/Porto-Novo',
    'America/Port-au-Prince',
    'America/Argentina/Buenos_Aires',
    'Asia/Manila',
    'Etc/GMT-1',
    'UTC',
  ])('may be %s', (value) => {
    expect(problemsOf(jurisdiction('xx', { timeZone: value }))).toEqual([]);
  });

  it.each(['Africa/Nowhere', 'Lagos', 'WAT', 'UTC+1', '+01:00', 'Africa/Lagos ', 'Africa Lagos', ''])(
    'is not %j',
    (value) => {
      expect(accepts(timeZone, value)).toBe(false);
      const [problem] = problemsOf(jurisdiction('xx', { timeZone: value }));
      expect(problem).toMatchObject({ field: 'timeZone', remedy: expect.stringContaining('Africa/Lagos') });
    },
  );

  it('that is nearly right is told with the right one', () => {
    expect(problemsOf(jurisdiction('xx', { timeZone: 'Africa/Porto_Novo' }))[0]?.remedy).toContain('Africa/Porto-Novo');
  });
});
