/** A rule that gives a public holiday each year; the shape in which jurisdictions write it. */
export type HolidayRule =
  | {
      kind: 'fixed';
      name: string;
      /** Month and day, for example 10-01. */ date: string;
      ifSunday: 'stays' | 'next-day-not-a-holiday';
    }
  | { kind: 'easter'; name: string; offsetDays: number }
  /** For example the first Friday in December: `nth` 1, `month` 12. */
  | { kind: 'nth-weekday'; name: string; month: number; weekday: string; nth: number };

/** The working calendar of a country, as its jurisdiction writes it. */
export interface CalendarRules {
  weekend: readonly string[];
  rules: readonly HolidayRule[];
  /** Holidays declared for one year only. One may settle a feast by the moon, or stand in place of another day. */
  declared: readonly {
    date: string;
    name: string;
    feast?: string | undefined;
    replaces?: string | undefined;
    /** When it was declared, as exact as it is known (ISO 8601). */
    evidence?: { asOf?: string | undefined };
  }[];
  /** Feasts that the moon decides, with the days on which each is expected, and for how many days it is kept. */
  feasts?: readonly {
    id: string;
    name: string;
    expected: readonly { from: string; until: string; days: number }[];
  }[];
}

/** Answers what kind of day a calendar day is. Days are ISO 8601 (2026-03-12) and belong to no time zone. */
export interface WorkCalendar {
  isWeekend(day: string): boolean;
  /** The name of the holiday on a day, or undefined. */
  holiday(day: string): string | undefined;
  /** The name of a feast by the moon that may fall on a day, as long as no declaration has settled it. */
  feast(day: string): string | undefined;
  /** What is known to have been declared after a day. */
  declaredSince(day: string): Declaration[];
  /** The calendar as it stood on a day: without what was declared later. */
  asOf(day: string): WorkCalendar;
}

/** A declared holiday, and when it was declared, as exact as it is known. */
export interface Declaration {
  date: string;
  name: string;
  declaredOn: string;
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const HOUR_S = 60 * 60;
const DAY_MS = 24 * HOUR_S * 1000;

/** Makes a calendar from a country's rules. Each year's holidays are worked out once. */
export function workCalendar(rules: CalendarRules): WorkCalendar {
  const weekend = new Set(rules.weekend.map((name) => weekdays.indexOf(name)));
  const years = new Map<number, Map<string, string>>();
  const expected = expectedDays(rules);
  return {
    isWeekend: (day) => weekend.has(weekdayOf(day)),
    holiday(day) {
      const year = Number(day.slice(0, 4));
      let holidays = years.get(year);
      if (!holidays) years.set(year, (holidays = holidaysOf(rules, year)));
      return holidays.get(day);
    },
    feast: (day) => expected.get(day),
    declaredSince: (day) =>
      rules.declared.flatMap(({ date, name, evidence }) =>
        evidence?.asOf && evidence.asOf > day ? [{ date, name, declaredOn: evidence.asOf }] : [],
      ),
    asOf: (day) =>
      workCalendar({
        ...rules,
        declared: rules.declared.filter(({ evidence }) => !evidence?.asOf || evidence.asOf <= day),
      }),
  };
}

/** The last day up to and with a day on which offices are open: neither of the weekend nor a holiday. */
export function lastWorkingDay(calendar: WorkCalendar, day: string): string {
  let last = day;
  while (calendar.isWeekend(last) || calendar.holiday(last) !== undefined) last = addDays(last, -1);
  return last;
}

/** The day that lies a number of days after (or, below zero, before) a day. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** How many days it is from one day to another; below zero where that is past. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The day after a day. Days are counted one by one, so this reads no date from text. */
export function nextDay(day: string): string {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const date = Number(day.slice(8)) + 1;
  if (date <= 28 || date <= lengthOfMonth(year, month)) return `${day.slice(0, 8)}${date < 10 ? '0' : ''}${date}`;
  return month === 12 ? iso(year + 1, 1, 1) : iso(year, month + 1, 1);
}

/** The day a number of months later; the last day of a month that is too short. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDay = lengthOfMonth(year, month + months);
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDay))).toISOString().slice(0, 10);
}

/** What writes the day of a zone, and the second that it was asked for last, with its day. */
interface ZoneDays {
  format: Intl.DateTimeFormat;
  second: number;
  day: string;
}
const zones = new Map<string, ZoneDays>();

/**
 * The calendar day of an instant in a time zone. Formats are kept: making one takes longer than using it a hundred
 * times. So is the last day, because days change on whole seconds and many ask within one.
 */
export function dayIn(timeZone: string, instant: Date | string): string {
  const time = typeof instant === 'string' ? new Date(instant) : instant;
  const second = Math.floor(time.getTime() / 1000);
  let days = zones.get(timeZone);
  if (days?.second === second) return days.day;
  // "sv-SE" writes a day as ISO 8601 does.
  const format = days?.format ?? new Intl.DateTimeFormat('sv-SE', { timeZone });
  days = { format, second, day: format.format(time) };
  zones.set(timeZone, days);
  return days.day;
}

/** The instant (ISO 8601, UTC) at which a day begins in a time zone. */
export function startOfDay(timeZone: string, day: string): string {
  const utcStart = Date.parse(`${day}T00:00:00Z`);
  // No zone is further from Greenwich; the day begins between an instant that is before it and one that is not.
  let before = utcStart - 15 * HOUR_S * 1000;
  let within = utcStart + 15 * HOUR_S * 1000;
  while (within - before > 1000) {
    const middle = before + Math.floor((within - before) / 2000) * 1000;
    if (dayIn(timeZone, new Date(middle)) < day) before = middle;
    else within = middle;
  }
  return new Date(within).toISOString();
}

/** The day of the week of a day (ISO 8601) as jurisdictions write it: "sunday". */
export function weekdayNameOf(day: string): string {
  return weekdays[weekdayOf(day)] ?? '';
}

/** Easter Sunday of a year in the Gregorian calendar (Meeus, Jones and Butcher). */
export function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return iso(year, Math.floor(f / 31), (f % 31) + 1);
}

function holidaysOf({ rules, declared }: CalendarRules, year: number): Map<string, string> {
  const holidays = new Map<string, string>();
  const moved: { from: string; name: string }[] = [];
  const replaced = new Set(declared.map(({ replaces }) => replaces));
  for (const rule of rules) {
    const day = dayOfRule(rule, year);
    if (!isDay(day) || replaced.has(day)) continue;
    if (!holidays.has(day)) holidays.set(day, rule.name);
    if (rule.kind === 'fixed' && rule.ifSunday === 'next-day-not-a-holiday' && weekdayOf(day) === 0)
      moved.push({ from: day, name: rule.name });
  }
  for (const { date, name } of declared)
    if (date.startsWith(`${year}-`) && !holidays.has(date)) holidays.set(date, name);
  // Only now are all holidays known past which a Sunday's holiday has to move.
  for (const { from, name } of moved) {
    let day = addDays(from, 1);
    while (holidays.has(day)) day = addDays(day, 1);
    if (!replaced.has(day)) holidays.set(day, name);
  }
  return holidays;
}

/** The days of feasts that no declaration of the same year has settled, with their names. */
function expectedDays({ feasts = [], declared }: CalendarRules): Map<string, string> {
  const days = new Map<string, string>();
  for (const { id, name, expected } of feasts)
    for (const { from, until, days: kept } of expected) {
      if (declared.some(({ feast, date }) => feast === id && date.slice(0, 4) === from.slice(0, 4))) continue;
      for (let day = from; day <= addDays(until, kept - 1); day = addDays(day, 1)) days.set(day, name);
    }
  return days;
}

function dayOfRule(rule: HolidayRule, year: number): string {
  switch (rule.kind) {
    case 'fixed':
      return `${year}-${rule.date}`;
    case 'easter':
      return addDays(easterSunday(year), rule.offsetDays);
    case 'nth-weekday': {
      const first = iso(year, rule.month, 1);
      const ahead = (weekdays.indexOf(rule.weekday) - weekdayOf(first) + 7) % 7;
      return addDays(first, ahead + (rule.nth - 1) * 7);
    }
  }
}

/** A rule for 29 February gives no holiday in other years. */
function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

function weekdayOf(day: string): number {
  const time = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)));
  // 1 January 1970 was a Thursday.
  return (((time / DAY_MS + 4) % 7) + 7) % 7;
}

function lengthOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function iso(year: number, month: number, date: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
