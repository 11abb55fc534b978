/*
 * Days as whole numbers, 1 January 1970 being 0, so that to count days is to add. The arithmetic is written out here on
 * purpose: no date of the language takes part, lest both implementations share one mistake.
 */

/** Day number of an ISO 8601 date of the Gregorian calendar. */
export function dayNumber(isoDate: string): number {
  const [year = NaN, month = NaN, day = NaN] = isoDate.split('-').map(Number);
  return dayNumberOf(year, month, day);
}

/** Day number of a year, a month from 1 and a day of the month. */
export function dayNumberOf(year: number, month: number, day: number): number {
  // The year is taken to begin in March, so that the leap day comes last and months follow a pattern of 153 days in five.
  const marchYear = month > 2 ? year : year - 1;
  const monthsSinceMarch = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((monthsSinceMarch * 153 + 2) / 5) + (day - 1) - DAYS_UNTIL_1970;
}

/** Days from 1 March of the year 0 to 1 January 1970. */
const DAYS_UNTIL_1970 = 719_468;

/** ISO 8601 date of a day number. */
export function isoDate(day: number): string {
  const days = day + DAYS_UNTIL_1970;
  // The estimate is at most one year too high, as no year has fewer than 365 days.
  let marchYear = Math.floor(days / 365.2425) + 1;
  while (dayNumberOf(marchYear, 3, 1) > day) marchYear -= 1;
  const dayOfYear = day - dayNumberOf(marchYear, 3, 1);
  const monthsSinceMarch = Math.floor((dayOfYear * 5 + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((monthsSinceMarch * 153 + 2) / 5) + 1;
  const month = monthsSinceMarch < 10 ? monthsSinceMarch + 3 : monthsSinceMarch - 9;
  const year = month > 2 ? marchYear : marchYear + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/** Day of the week: 0 is Sunday, 6 Saturday. */
export function weekday(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** Calendar year of a day number. */
export function yearOf(day: number): number {
  return Number(isoDate(day).slice(0, 4));
}

/** Day number of Easter Sunday of the Western churches, by the golden number and the epact (Knuth, volume 1, 1.3.2). */
export function easterSunday(year: number): number {
  const golden = (year % 19) + 1;
  const century = Math.floor(year / 100) + 1;
  const leapYearsDropped = Math.floor((3 * century) / 4) - 12;
  const moonCorrection = Math.floor((8 * century + 5) / 25) - 5;
  const rawEpact = (((11 * golden + 20 + moonCorrection - leapYearsDropped) % 30) + 30) % 30;
  const epact = (rawEpact === 25 && golden > 11) || rawEpact === 24 ? rawEpact + 1 : rawEpact;
  const fullMoon = 44 - epact < 21 ? 74 - epact : 44 - epact;
  const fullMoonDay = dayNumberOf(year, 3, 1) + fullMoon - 1;
  return fullMoonDay + 7 - weekday(fullMoonDay);
}

const HOUR_MS = 3_600_000;

/** Milliseconds since 1970 of an instant written as 2026-11-30T10:00:00Z, with or without a fraction of the second. */
export function instantMs(instant: string): number {
  const [date = '', time = ''] = instant.replace('Z', '').split('T');
  const [hours = NaN, minutes = NaN, seconds = NaN] = time.split(':').map(Number);
  return dayNumber(date) * 24 * HOUR_MS + hours * HOUR_MS + minutes * 60_000 + Math.round(seconds * 1000);
}

/** The instant, in UTC with three digits of the second, of milliseconds since 1970. */
export function isoInstant(ms: number): string {
  const day = Math.floor(ms / (24 * HOUR_MS));
  const rest = ms - day * 24 * HOUR_MS;
  const two = (value: number): string => String(value).padStart(2, '0');
  const seconds = Math.floor(rest / 1000);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
  return `${isoDate(day)}T${clock}.${String(rest % 1000).padStart(3, '0')}Z`;
}

/** The day on which an instant falls where clocks are so many hours ahead of UTC. */
export function localDay(ms: number, hoursAhead: number): number {
  return Math.floor((ms + hoursAhead * HOUR_MS) / (24 * HOUR_MS));
}

/** The instant at which a day begins where clocks are so many hours ahead of UTC. */
export function startOfDayMs(day: number, hoursAhead: number): number {
  return day * 24 * HOUR_MS - hoursAhead * HOUR_MS;
}
