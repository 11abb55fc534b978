/** Days of the week, the first of them as ISO 8601 has it. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

/** On these days it is open from one time (HH:MM) to another; one that is not later is of the day after. */
export interface OpeningTimes {
  days: readonly Weekday[];
  from: string;
  to: string;
}

/** Whether something is open. Days are numbered from Monday, 0; times are HH:MM. */
export type OpeningState =
  { open: true; until?: { day: number; time: string } } | { open: false; from: { day: number; time: string } };

const DAY_MIN = 24 * 60;
const WEEK_MIN = 7 * DAY_MIN;

/**
 * Says whether something with these times is open at a minute of the week, counted from Monday, 00:00, in the time of the
 * place. Times that touch are one, also past midnight and from Sunday to Monday. Open without an end has no `until`.
 */
export function openingAt(times: readonly OpeningTimes[], minute: number): OpeningState | undefined {
  const spans = joinedSpans(times);
  const [first] = spans;
  if (!first) return undefined;
  // What began last week may still last.
  const span = spans.find(([from, to]) =>
    [minute, minute + WEEK_MIN].some((candidate) => from <= candidate && candidate < to),
  );
  if (span) return span[1] - span[0] >= WEEK_MIN ? { open: true } : { open: true, until: clock(span[1]) };
  const [next] = spans.find(([from]) => from > minute) ?? first;
  return { open: false, from: clock(next) };
}

/** The minute of the week at an instant in a time zone, and the day of the calendar (ISO 8601). */
export function minuteOfWeek(instant: Date, timeZone: string): { minute: number; day: string } {
  const parts = new Map(
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const read = (part: Intl.DateTimeFormatPartTypes): string => parts.get(part) ?? '';
  const day = `${read('year')}-${read('month')}-${read('day')}`;
  // Monday is 0 here, and 1 in the calendar of JavaScript.
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return { minute: weekday * DAY_MIN + Number(read('hour')) * 60 + Number(read('minute')), day };
}

/** Times in as few letters as a page has room for: "01234/08:00/17:00 5/08:00/12:00". */
export function writeOpening(times: readonly OpeningTimes[]): string {
  return times
    .map(({ days, from, to }) => `${days.map((day) => weekdays.indexOf(day)).join('')}/${from}/${to}`)
    .join(' ');
}

/** Reads what `writeOpening` wrote. */
export function readOpening(written: string): OpeningTimes[] {
  return written.split(' ').map((one) => {
    const [days = '', from = '', to = ''] = one.split('/');
    return { days: [...days].flatMap((day) => weekdays[Number(day)] ?? []), from, to };
  });
}

function joinedSpans(times: readonly OpeningTimes[]): [number, number][] {
  const spans = times
    .flatMap(({ days, from, to }) =>
      days.map((day): [number, number] => {
        const start = weekdays.indexOf(day) * DAY_MIN + minutes(from);
        const length = (minutes(to) - minutes(from) + DAY_MIN) % DAY_MIN;
        return [start, start + (length === 0 ? DAY_MIN : length)];
      }),
    )
    .sort(([a], [b]) => a - b);
  const joined: [number, number][] = [];
  for (const [from, to] of spans) {
    const last = joined[joined.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  // Sunday's end may be Monday's beginning.
  const [first] = joined;
  const last = joined[joined.length - 1];
  if (first && last && last !== first && last[1] >= first[0] + WEEK_MIN) {
    last[1] = Math.max(last[1], first[1] + WEEK_MIN);
    joined.shift();
  }
  return joined;
}

function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  return hours * 60 + rest;
}

function clock(minute: number): { day: number; time: string } {
  const ofWeek = minute % WEEK_MIN;
  const two = (number: number): string => String(number).padStart(2, '0');
  return {
    day: Math.floor(ofWeek / DAY_MIN),
    time: `${two(Math.floor((ofWeek % DAY_MIN) / 60))}:${two(ofWeek % 60)}`,
  };
}
