import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAtShare, explainDeadline, isOver, type DeadlineQuestion } from '../../src/deadlines/deadline.ts';
import type { CountingRules } from '../../src/deadlines/excluded-days.ts';
import {
  addDays,
  addMonths,
  dayIn,
  easterSunday,
  workCalendar,
  type CalendarRules,
} from '../../src/deadlines/working-days.ts';

const rules: CalendarRules = {
  weekend: ['saturday', 'sunday'],
  rules: [
    { kind: 'easter', name: 'Good Friday', offsetDays: -2 },
    { kind: 'easter', name: 'Easter Monday', offsetDays: 1 },
    { kind: 'fixed', name: 'Labour Day', date: '05-01', ifSunday: 'next-day-not-a-holiday' },
    { kind: 'fixed', name: 'Christmas Day', date: '12-25', ifSunday: 'next-day-not-a-holiday' },
    { kind: 'fixed', name: 'Boxing Day', date: '12-26', ifSunday: 'stays' },
  ],
  declared: [{ date: '2026-03-20', name: 'Idd-ul-Fitr' }],
};
const question = (more: Partial<DeadlineQuestion> = {}): DeadlineQuestion => ({
  startedAt: '2026-03-17T10:00:00Z',
  limit: { max: 5, unit: 'working-days' },
  calendar: workCalendar(rules),
  timeZone: 'Africa/Nairobi',
  today: '2026-03-17',
  ...more,
});

test('each day of five working days tells why it counts or not', () => {
  const { due, days } = explainDeadline(question());
  expect(
    days.map(({ day, reason, count, name }) =>
      [day.slice(5), reason, count, name].filter((part) => part !== undefined).join(' '),
    ),
  ).toEqual([
    '03-17 zero 0',
    '03-18 counted 1',
    '03-19 counted 2',
    '03-20 holiday 2 Idd-ul-Fitr',
    '03-21 weekend 2',
    '03-22 weekend 2',
    '03-23 counted 3',
    '03-24 counted 4',
    '03-25 counted 5',
  ]);
  expect(due).toBe('2026-03-25');
});

test('a complaint late in the evening begins on the day of the country, not of Greenwich', () => {
  expect(explainDeadline(question({ startedAt: '2026-03-17T21:30:00Z' })).days[0]?.day).toBe('2026-03-18');
});

test('days, weeks and months run on through weekends and holidays', () => {
  expect(explainDeadline(question({ limit: { max: 7, unit: 'days' } })).due).toBe('2026-03-24');
  expect(explainDeadline(question({ limit: { max: 2, unit: 'weeks' } })).due).toBe('2026-03-31');
  expect(explainDeadline(question({ limit: { max: 1, unit: 'months' } })).due).toBe('2026-04-17');
  expect(explainDeadline(question({ startedAt: '2026-01-31T08:00:00Z', limit: { max: 1, unit: 'months' } })).due).toBe(
    '2026-02-28',
  );
});

test('hours end at an instant', () => {
  const deadline = explainDeadline(question({ limit: { max: 48, unit: 'hours' } }));
  expect(deadline).toMatchObject({ due: '2026-03-19', dueAt: '2026-03-19T10:00:00.000Z' });
  expect(isOver(deadline, new Date('2026-03-19T10:00:00Z'), 'Africa/Nairobi')).toBe(false);
  expect(isOver(deadline, new Date('2026-03-19T10:00:01Z'), 'Africa/Nairobi')).toBe(true);
});

test('the last day is still in time', () => {
  const deadline = explainDeadline(question());
  expect(isOver(deadline, new Date('2026-03-25T20:59:00Z'), 'Africa/Nairobi')).toBe(false);
  expect(isOver(deadline, new Date('2026-03-25T21:00:00Z'), 'Africa/Nairobi')).toBe(true);
});

describe('a limit in days that would end on a Sunday or public holiday', () => {
  const counting: CountingRules = {
    law: 'Interpretation Act',
    section: 's.15',
    excluded: [
      { day: 'sunday', certain: true },
      { day: 'public-holiday', certain: true },
      { day: 'saturday', certain: false },
    ],
    shortLimitDaysMax: 6,
  };
  const counted = (startedAt: string, max: number, more: Partial<DeadlineQuestion> = {}) =>
    explainDeadline(question({ startedAt, limit: { max, unit: 'days' }, counting, byLaw: true, ...more }));

  test.each([
    // 25 April 2027 is a Sunday.
    ['a Sunday', '2027-04-18T10:00:00Z', 7, '2027-04-26', undefined],
    // Christmas 2029 is a Tuesday, and the day after a holiday too.
    ['two holidays in a row', '2029-12-18T10:00:00Z', 7, '2029-12-27', undefined],
    // Good Friday is 26 March 2027. On the Saturday it may end or not, on Easter Sunday and Monday it cannot.
    ['Good Friday', '2027-03-19T10:00:00Z', 7, '2027-03-30', '2027-03-27'],
    ['a Saturday of which the law is not certain', '2027-04-17T10:00:00Z', 7, '2027-04-26', '2027-04-24'],
    ['an ordinary day', '2027-04-14T10:00:00Z', 7, '2027-04-21', undefined],
  ])('%s', (_name, startedAt, max, due, earliest = due) => {
    expect(counted(startedAt, max)).toMatchObject({ due, earliest, open: earliest < due ? ['counting'] : [] });
  });

  test('tells of each day it was carried on to, and by which law', () => {
    const { days, countedBy } = counted('2029-12-18T10:00:00Z', 7);
    expect(countedBy).toBe('Interpretation Act, s.15');
    expect(days.slice(-3)).toEqual([
      { day: '2029-12-25', reason: 'counted', count: 7 },
      { day: '2029-12-26', reason: 'carried', count: 7, name: 'Christmas Day' },
      { day: '2029-12-27', reason: 'carried', count: 7, name: 'Boxing Day' },
    ]);
  });

  test('leaves excluded days out of a short limit, and counts them in one of a day more', () => {
    // Thursday 22 April 2027: with Sunday 25 left out, day 6 is Thursday; Saturday 24 is open, so a lenient reading
    // ends a day later.
    expect(counted('2027-04-22T10:00:00Z', 6)).toMatchObject({ due: '2027-04-30', earliest: '2027-04-29' });
    expect(counted('2027-04-22T10:00:00Z', 7)).toMatchObject({ due: '2027-04-29' });
  });

  test('a promise that is no law may or may not be counted so: late only after the later day', () => {
    const promise = counted('2027-04-18T10:00:00Z', 7, { byLaw: false });
    expect(promise).toMatchObject({ due: '2027-04-26', earliest: '2027-04-25' });
    expect(isOver(promise, new Date('2027-04-26T20:00:00Z'), 'Africa/Nairobi')).toBe(false);
  });

  test('working days and hours are left as they are', () => {
    expect(explainDeadline(question({ counting, byLaw: true }))).toMatchObject({ due: '2026-03-25' });
    expect(explainDeadline(question({ counting, byLaw: true })).countedBy).toBeUndefined();
  });
});

test('a pause moves the end; while it lasts the end moves with today', () => {
  expect(explainDeadline(question({ pauses: [{ from: '2026-03-18', until: '2026-03-24' }] })).due).toBe('2026-03-30');
  const open = explainDeadline(question({ pauses: [{ from: '2026-03-18' }], today: '2026-03-24' }));
  expect(open).toMatchObject({ due: '2026-03-30', paused: true });
});

test('a question answered on the same day costs no day', () => {
  expect(explainDeadline(question({ pauses: [{ from: '2026-03-18', until: '2026-03-18' }] })).due).toBe('2026-03-25');
});

test('an extension adds days of the same kind', () => {
  expect(explainDeadline(question({ extension: 2 })).due).toBe('2026-03-27');
});

test('the reminder day lies where two thirds of the time have passed', () => {
  expect(dayAtShare(explainDeadline(question()), 2 / 3)).toBe('2026-03-24');
});

test('holidays on a Sunday move past other holidays where the law says so', () => {
  const calendar = workCalendar(rules);
  // In 2022 Christmas fell on a Sunday and Monday was Boxing Day: Kenya kept Tuesday 27 December.
  expect([25, 26, 27, 28].map((date) => calendar.holiday(`2022-12-${date}`))).toEqual([
    'Christmas Day',
    'Boxing Day',
    'Christmas Day',
    undefined,
  ]);
  expect(calendar.holiday('2021-05-03')).toBeUndefined();
});

test('Easter is where the almanacs have it', () => {
  expect([2021, 2024, 2025, 2026, 2038].map(easterSunday)).toEqual([
    '2021-04-04',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2038-04-25',
  ]);
});

test('a rule for 29 February gives no holiday in a common year', () => {
  const calendar = workCalendar({
    ...rules,
    rules: [{ kind: 'fixed', name: 'Leap Day', date: '02-29', ifSunday: 'stays' }],
  });
  expect([calendar.holiday('2028-02-29'), calendar.holiday('2026-03-01')]).toEqual(['Leap Day', undefined]);
});

test('a calendar without working days ends all the same', () => {
  const never = workCalendar({
    ...rules,
    weekend: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  });
  expect(explainDeadline(question({ calendar: never })).days.length).toBeLessThan(5000);
});

test('properties: the days that count are as many as promised, and neither pause nor extension shortens', () => {
  const start = fc.date({ min: new Date('2020-01-01'), max: new Date('2039-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(
      start,
      fc.integer({ min: 1, max: 60 }),
      fc.nat(20),
      fc.nat(20),
      fc.nat(15),
      (date, max, pausedAfter, pausedFor, extension) => {
        const base = question({ startedAt: date.toISOString(), limit: { max, unit: 'working-days' } });
        const plain = explainDeadline(base);
        expect(plain.days.filter(({ reason }) => reason === 'counted')).toHaveLength(max);
        expect(plain.days.at(-1)?.reason).toBe('counted');
        expect(explainDeadline({ ...base, limit: { max: max + 1, unit: 'working-days' } }).due > plain.due).toBe(true);
        const from = addDays(dayIn(base.timeZone, date), pausedAfter);
        const paused = explainDeadline({ ...base, pauses: [{ from, until: addDays(from, pausedFor) }] });
        expect(paused.due >= plain.due).toBe(true);
        expect(explainDeadline({ ...base, extension }).due >= plain.due).toBe(true);
      },
    ),
  );
});

test('months are added without running over', () => {
  expect([addMonths('2028-02-29', 12), addMonths('2026-11-30', 3), addMonths('2026-12-15', 1)]).toEqual([
    '2029-02-28',
    '2027-02-28',
    '2027-01-15',
  ]);
});
