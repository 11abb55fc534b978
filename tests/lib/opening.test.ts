import { describe, expect, it } from 'vitest';
import {
  minuteOfWeek,
  openingAt,
  readOpening,
  weekdays,
  writeOpening,
  type OpeningTimes,
} from '../../src/lib/opening.ts';

const at = (day: (typeof weekdays)[number], time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return weekdays.indexOf(day) * 24 * 60 + hours * 60 + minutes;
};
const working = weekdays.slice(0, 5);
const office: OpeningTimes[] = [
  { days: working, from: '08:00', to: '12:00' },
  { days: working, from: '13:00', to: '17:00' },
];
const bar: OpeningTimes[] = [{ days: ['friday', 'sunday'], from: '20:00', to: '02:00' }];

describe('whether an office is open', () => {
  it.each([
    ['wednesday', '08:00', { open: true, until: { day: 2, time: '12:00' } }],
    // The minute at which it closes is closed.
    ['wednesday', '12:00', { open: false, from: { day: 2, time: '13:00' } }],
    ['wednesday', '07:59', { open: false, from: { day: 2, time: '08:00' } }],
    ['friday', '17:00', { open: false, from: { day: 0, time: '08:00' } }],
    ['sunday', '23:59', { open: false, from: { day: 0, time: '08:00' } }],
  ] as const)('is told on %s at %s, with the next change', (day, time, state) => {
    expect(openingAt(office, at(day, time))).toEqual(state);
  });

  it('is told past midnight by the hours of the day before, also from Sunday to Monday', () => {
    expect(openingAt(bar, at('saturday', '01:30'))).toEqual({ open: true, until: { day: 5, time: '02:00' } });
    expect(openingAt(bar, at('saturday', '02:00'))).toMatchObject({ open: false, from: { day: 6 } });
    expect(openingAt(bar, at('monday', '01:59'))).toEqual({ open: true, until: { day: 0, time: '02:00' } });
    // Saturday's own evening has no hours.
    expect(openingAt(bar, at('saturday', '21:00'))).toMatchObject({ open: false });
  });

  it('has no end where it never closes, and one where times only touch', () => {
    const always = [{ days: weekdays, from: '00:00', to: '24:00' }];
    for (const day of weekdays) expect(openingAt(always, at(day, '00:00'))).toEqual({ open: true });
    const weekend: OpeningTimes[] = [{ days: ['saturday', 'sunday'], from: '00:00', to: '24:00' }];
    expect(openingAt(weekend, at('saturday', '12:00'))).toEqual({ open: true, until: { day: 0, time: '00:00' } });
  });

  it('is unknown without times', () => {
    expect(openingAt([], 0)).toBeUndefined();
  });
});

it('the minute of the week is that of the place, not of the phone or the server', () => {
  // Sunday night in London is Monday morning in Manila.
  const instant = new Date('2026-11-29T23:30:00Z');
  expect(minuteOfWeek(instant, 'Europe/London')).toEqual({ minute: at('sunday', '23:30'), day: '2026-11-29' });
  expect(minuteOfWeek(instant, 'Asia/Manila')).toEqual({ minute: at('monday', '07:30'), day: '2026-11-30' });
  // Midnight is the beginning of a day, never its 24th hour.
  expect(minuteOfWeek(new Date('2026-11-29T21:00:00Z'), 'Africa/Nairobi')).toEqual({ minute: 0, day: '2026-11-30' });
});

it('times are read as they were written', () => {
  expect(readOpening(writeOpening(office))).toEqual(office);
  expect(writeOpening(bar)).toBe('46/20:00/02:00');
});
