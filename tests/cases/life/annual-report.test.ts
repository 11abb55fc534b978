import { expect, test } from 'vitest';
import { daysLeft, reportDue, requestYear, yearDue } from '../../../src/cases/statistics/annual-report.ts';
import type { CaseOutcome } from '../../../src/cases/statistics/figures.ts';

type Ending = NonNullable<CaseOutcome['ending']>;

/** A request that came in on a day (09:00 UTC) and, where it says how, ended on another. */
function request(on: string, as?: Ending['as'], endedOn?: string, sections?: string[]): CaseOutcome {
  return {
    about: 'information-request',
    agency: 'inec',
    receivedAt: `${on}T09:00:00Z`,
    acknowledged: false,
    inTime: false,
    silence: false,
    waiting: as === undefined,
    resolved: as !== undefined,
    ...(as && endedOn ? { ending: { as, at: `${endedOn}T09:00:00Z`, ...(sections ? { sections } : {}) } } : {}),
  };
}
const question = { year: 2026, pendingOn: '10-31', timeZone: 'Africa/Lagos', today: '2027-01-31' };

test('counts what came in and what was closed in the year, each by its own day', () => {
  const report = requestYear(
    [
      request('2025-12-28', 'given', '2026-01-05'),
      request('2026-03-02', 'given-in-part', '2026-03-06', ['s.14']),
      request('2026-03-03', 'refused', '2026-03-13', ['s.12', 's.14']),
      request('2026-12-30', 'no-record', '2027-01-02'),
      request('2026-05-01', 'withdrawn', '2026-05-02'),
    ],
    question,
  );
  expect(report).toMatchObject({
    received: 4,
    processed: 3,
    granted: 2,
    givenInPart: 1,
    refused: 1,
    noRecord: 0,
    grounds: [
      { section: 's.14', count: 2 },
      { section: 's.12', count: 1 },
    ],
    medianDays: 8,
    averageDays: 7.3,
  });
});

test('what was open on the day that the Act names counts as pending, whenever it was closed later', () => {
  const outcomes = [
    request('2026-10-01'),
    request('2026-10-21', 'given', '2026-11-02'),
    request('2026-10-31', 'given', '2026-10-31'),
    request('2026-11-01'),
  ];
  expect(requestYear(outcomes, question)).toMatchObject({
    pendingOn: '2026-10-31',
    pending: 2,
    pendingMedianDays: 20,
  });
});

test('a request of the last hour of the year belongs to the year of its country, not of Greenwich', () => {
  const late = { ...request('2026-12-31'), receivedAt: '2026-12-31T23:30:00Z' };
  expect(requestYear([late], question).received).toBe(0);
  expect(requestYear([late], { ...question, year: 2027 }).received).toBe(1);
});

test('complaints are in no report on requests, and nothing is said of days where there were none', () => {
  const complaint: CaseOutcome = { ...request('2026-03-02'), about: 'complaint' };
  const report = requestYear([complaint], question);
  expect(report.received).toBe(0);
  expect(report).not.toHaveProperty('medianDays');
  expect(report).not.toHaveProperty('pendingMedianDays');
});

test('the report that is due next is on the year before the due day, and the days to it are counted', () => {
  expect(yearDue('02-01', '2026-11-30')).toBe(2026);
  expect(yearDue('02-01', '2027-02-01')).toBe(2026);
  expect(yearDue('02-01', '2027-02-02')).toBe(2027);
  expect(reportDue(2026, '02-01')).toBe('2027-02-01');
  expect(daysLeft('2027-02-01', '2026-11-30')).toBe(63);
  expect(daysLeft('2027-02-01', '2027-02-03')).toBe(-2);
});

test('of a year that goes on, what is open is counted as of today', () => {
  const outcomes = [request('2026-06-01'), request('2026-06-11', 'given', '2026-06-20')];
  expect(requestYear(outcomes, { ...question, today: '2026-06-15' })).toMatchObject({
    pendingOn: '2026-06-15',
    pending: 2,
    pendingMedianDays: 9,
  });
  expect(requestYear(outcomes, { ...question, today: '2026-12-01' })).toMatchObject({
    pendingOn: '2026-10-31',
    pending: 1,
  });
});
