import { describe, expect, test } from 'vitest';
import { paceOf } from '../../../src/cases/case/pace.ts';
import { workCalendar } from '../../../src/deadlines/working-days.ts';
import type { CaseEvent, RecordedEvent } from '../../../src/schemas/cases/event.ts';
import type { Receiver, Term } from '../../../src/schemas/cases/route.ts';

const place = {
  calendar: workCalendar({
    weekend: ['saturday', 'sunday'],
    rules: [{ kind: 'fixed', name: 'Labour Day', date: '05-01', ifSunday: 'stays' }],
    declared: [],
  }),
  timeZone: 'Africa/Nairobi',
};
const desk: Receiver = {
  kind: 'body',
  agency: 'water',
  name: 'Water Board',
  title: 'Desk',
  own: true,
  email: 'a@b.example',
};
const ombudsman: Receiver = { ...desk, agency: 'caj', name: 'Ombudsman', own: false, email: 'o@o.example' };
const fiveDays: Term = { limit: { max: 5, unit: 'working-days' }, basis: 'portal' };
const words = 'w';

/** A case that the office had on Monday, 20 April 2026, with what happened next. */
function history(more: [string, CaseEvent][], term = fiveDays, about: 'complaint' | 'compliment' = 'complaint') {
  const route = { receiver: desk, passedOver: [], term };
  const all: [string, CaseEvent][] = [
    ['2026-04-20', { kind: 'received', version: 1, about, agency: 'water', agencyName: 'Water Board', route }],
    ['2026-04-20', { kind: 'forwarded', version: 1, mail: 'm', to: desk }],
    ...more,
  ];
  return all.map(([day, event], index): RecordedEvent => ({ sequence: index + 1, at: `${day}T09:00:00.000Z`, event }));
}
const on = (day: string): Date => new Date(`${day}T10:00:00Z`);
const resolved: CaseEvent = { kind: 'resolved', version: 1, turn: 1, outcome: 'remedied', words };
const answered: CaseEvent = { kind: 'answered', version: 1, turn: 1, words };
const escalated = (due: string): CaseEvent => ({
  kind: 'escalated',
  version: 1,
  reason: 'overdue',
  from: 1,
  due,
  to: ombudsman,
  term: fiveDays,
  passedOver: [],
});

describe('the time that runs', () => {
  test('is told in the days that count: neither a weekend nor a holiday', () => {
    expect(paceOf(history([]), place, on('2026-04-20'))).toEqual({ kind: 'running', left: 5, unit: 'working-days' });
    // Friday and Saturday: of the five, Monday is the last.
    expect(paceOf(history([]), place, on('2026-04-24'))).toMatchObject({ left: 1 });
    expect(paceOf(history([]), place, on('2026-04-25'))).toMatchObject({ left: 1 });
    expect(paceOf(history([]), place, on('2026-04-27'))).toMatchObject({ kind: 'running', left: 0 });
  });

  test('is over the day after the last, and the days since are those of the calendar', () => {
    expect(paceOf(history([]), place, on('2026-04-28'))).toEqual({ kind: 'over', by: 1, due: '2026-04-27' });
    expect(paceOf(history([]), place, on('2026-05-02'))).toMatchObject({ kind: 'over', by: 5 });
  });

  test('stays over when the next body has the case, until somebody answers', () => {
    const up = history([['2026-04-28', escalated('2026-04-27')]]);
    expect(paceOf(up, place, on('2026-04-29'))).toEqual({ kind: 'over', by: 2, due: '2026-04-27' });
    const helped = history([
      ['2026-04-28', escalated('2026-04-27')],
      ['2026-04-28', { kind: 'forwarded', version: 1, mail: 'm', to: ombudsman, turn: 3 }],
      ['2026-04-30', { ...answered, turn: 3 }],
    ]);
    expect(paceOf(helped, place, on('2026-05-04'))).toMatchObject({ kind: 'answered', taken: 2 });
  });

  test('is told in hours where it is set in hours', () => {
    const term: Term = { limit: { max: 48, unit: 'hours' }, basis: 'portal' };
    expect(paceOf(history([], term), place, new Date('2026-04-21T08:30:00Z'))).toEqual({
      kind: 'running',
      left: 25,
      unit: 'hours',
    });
  });

  test('stands while a question to the citizen is open', () => {
    const asked = history([['2026-04-21', { kind: 'asked', version: 1, turn: 1, words }]]);
    expect(paceOf(asked, place, on('2026-04-22'))).toEqual({ kind: 'paused' });
  });

  test('stands too while the next body asks the citizen, and what was missed before is not forgotten', () => {
    const question: CaseEvent = { kind: 'asked', version: 1, turn: 3, words };
    const asked: [string, CaseEvent][] = [
      ['2026-04-28', escalated('2026-04-27')],
      ['2026-04-28', { kind: 'forwarded', version: 1, mail: 'm', to: ombudsman, turn: 3 }],
      ['2026-04-29', question],
    ];
    expect(paceOf(history(asked), place, on('2026-04-30'))).toEqual({ kind: 'paused', due: '2026-04-27' });
    const replied = history([...asked, ['2026-05-04', { kind: 'message', version: 1, words }]]);
    expect(paceOf(replied, place, on('2026-05-04'))).toMatchObject({ kind: 'over', due: '2026-04-27' });
  });

  test('is not told of praise, nor of a case that nobody has yet, nor of one that was withdrawn', () => {
    expect(paceOf(history([], fiveDays, 'compliment'), place, on('2026-06-01'))).toBeUndefined();
    expect(paceOf(history([]).slice(0, 1), place, on('2026-06-01'))).toBeUndefined();
    const withdrawn = history([['2026-04-21', { kind: 'withdrawn', version: 1 }]]);
    expect(paceOf(withdrawn, place, on('2026-06-01'))).toBeUndefined();
  });
});

describe('an answer', () => {
  test('took the days that counted, of those that were promised', () => {
    expect(paceOf(history([['2026-04-23', resolved]]), place, on('2026-06-01'))).toEqual({
      kind: 'answered',
      at: '2026-04-23T09:00:00.000Z',
      taken: 3,
      unit: 'working-days',
      limit: { max: 5, unit: 'working-days' },
    });
  });

  test('that came late took more than were promised', () => {
    // Nine working days: Labour Day is none.
    expect(paceOf(history([['2026-05-04', answered]]), place, on('2026-06-01'))).toMatchObject({ taken: 9 });
  });

  test('counts from the first word, not from the closing that follows it', () => {
    const both = history([
      ['2026-04-22', answered],
      ['2026-04-30', resolved],
    ]);
    expect(paceOf(both, place, on('2026-06-01'))).toMatchObject({ kind: 'answered', taken: 2 });
  });

  test('to which the citizen wrote back is waited for anew', () => {
    const back = history([
      ['2026-04-22', answered],
      ['2026-04-23', { kind: 'message', version: 1, words }],
    ]);
    expect(paceOf(back, place, on('2026-04-23'))).toMatchObject({ kind: 'running' });
  });

  test('is measured against the time with its extension, and months in days', () => {
    const more = history([
      ['2026-04-21', { kind: 'extended', version: 1, turn: 1, days: 3, words }],
      ['2026-04-29', resolved],
    ]);
    expect(paceOf(more, place, on('2026-06-01'))).toMatchObject({ taken: 7, limit: { max: 8 } });
    const month: Term = { limit: { max: 1, unit: 'months' }, basis: 'portal' };
    expect(paceOf(history([['2026-05-02', resolved]], month), place, on('2026-06-01'))).toMatchObject({
      taken: 12,
      unit: 'days',
      limit: { max: 1, unit: 'months' },
    });
  });
});
