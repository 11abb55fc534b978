import { describe, expect, test } from 'vitest';
import { doorStandings, type DoorStanding } from '../../src/deadlines/door-standings.ts';
import type { Happened } from '../../src/deadlines/request-dates.ts';
import { workCalendar } from '../../src/deadlines/working-days.ts';
import { shippedRegister } from '../register/shipped-content.ts';

const { jurisdictions } = await shippedRegister();

/** How the doors stand on a day: the state of each, its safe day and, where it differs, the last one. */
function doors(country: string, received: string, today: string, ...happened: Happened[]): string[] {
  const { informationLaw, calendar, timeZone } = jurisdictions.get(country)?.data ?? {};
  if (!informationLaw || !calendar || !timeZone) throw new Error(`no law of ${country}`);
  const place = { calendar: workCalendar(calendar), counting: calendar.counting, timeZone };
  return doorStandings(informationLaw, place, { received, happened, today }).map((door, number) =>
    [
      informationLaw.remedies[number]?.kind,
      door.state,
      ...days(door),
      ...door.waitsFor.map((kind) => `after ${kind}`),
    ].join(' '),
  );
}

function days({ window }: DoorStanding): string[] {
  if (!window) return [];
  return window.earliest === window.due ? [window.due] : [window.earliest, `(${window.due})`];
}

const on = (kind: Exclude<Happened['kind'], 'extended'>, day: string): Happened => ({ kind, on: day });

describe('in Nigeria', () => {
  test('a refusal opens the court alone, for 30 days', () => {
    expect(doors('ng', '2026-06-01', '2026-06-10', on('refused', '2026-06-04'))).toEqual(['court open 2026-07-04']);
    expect(doors('ng', '2026-06-01', '2026-07-07', on('refused', '2026-06-04'))).toEqual(['court closed 2026-07-04']);
  });

  test('silence opens it from the day on which the answer was due, after an extension from the later one', () => {
    expect(doors('ng', '2026-06-02', '2026-06-15')).toEqual(['court open 2026-07-09']);
    expect(doors('ng', '2026-06-02', '2026-06-20', { kind: 'extended', on: '2026-06-05', days: 7 })).toEqual([
      'court open 2026-07-16',
    ]);
  });
});

describe('in Kenya', () => {
  test('a refusal opens the Commission for 30 days, and the court after it', () => {
    expect(doors('ke', '2026-03-02', '2026-03-20', on('refused', '2026-03-16'))).toEqual([
      'commission open 2026-04-15',
      'court later after commission',
    ]);
  });

  test('silence opens the Commission and no review inside the institution', () => {
    expect(doors('ke', '2026-03-02', '2026-04-01')[0]).toMatch(/^commission open 2026-04-/);
  });

  test('once the Commission has decided, the court is open', () => {
    const refused = on('refused', '2026-03-16');
    expect(doors('ke', '2026-03-02', '2026-05-20', refused, on('commission-decided', '2026-05-18'))[1]).toBe(
      'court open',
    );
  });

  test('a time that is over is closed, and the court still waits for the Commission', () => {
    expect(doors('ke', '2026-03-02', '2026-06-01', on('refused', '2026-03-16'))).toEqual([
      'commission closed 2026-04-15',
      'court later after commission',
    ]);
  });
});

describe('in Ghana', () => {
  const refused = on('refused', '2026-06-05');
  const asked = on('internal-review-asked', '2026-06-15');

  test('a refusal opens the review inside the institution, and nothing before that', () => {
    expect(doors('gh', '2026-06-01', '2026-06-10', refused)).toEqual([
      expect.stringMatching(/^internal-review open 2026-07-0/) as string,
      'commission later after internal-review',
      'court later after internal-review after commission',
    ]);
  });

  test('the Commission opens once the review was refused, or once its 15 days are over', () => {
    const review = on('internal-review-refused', '2026-06-25');
    expect(doors('gh', '2026-06-01', '2026-06-26', refused, asked, review)[1]).toBe('commission open');
    expect(doors('gh', '2026-06-01', '2026-06-29', refused, asked)[1]).toBe('commission later after internal-review');
    expect(doors('gh', '2026-06-01', '2026-07-03', refused, asked)[1]).toBe('commission open');
  });

  test('the 21 days for the court are counted from the first refusal to be safe, and wait for the Commission', () => {
    const review = on('internal-review-refused', '2026-06-25');
    expect(doors('gh', '2026-06-01', '2026-06-26', refused, asked, review)[2]).toMatch(
      /^court later 2026-06-26 \(2026-07-16\) after commission$/,
    );
    const decided = on('commission-decided', '2026-07-10');
    expect(doors('gh', '2026-06-01', '2026-07-12', refused, asked, review, decided)[2]).toMatch(
      /^court open 2026-06-26/,
    );
  });
});
