import { monthNames } from './month-names.ts';
import { readDay, type YearReading } from './read-day.ts';

/** How exactly a date has to be told: to the day, or as exactly as somebody knows it. */
export type Exactness = 'day' | 'any';

/** A date that was understood (ISO 8601: year, month or day), or why it was not, in words for its writer. */
export type WrittenDate = { date: string } | { refusal: string };

const HOW = {
  day: 'Write a day with its month and year, for example 3 May 2025 or 3/5/2025 (the day first).',
  any: 'Write a year, a month or a day as you know it, for example 2019, May 2025 or 3/5/2025 (the day first).',
};

/**
 * Reads a date as people write it: "2019", "May 2025", "5/2025", "3/5/2025" (the day first), "3rd May 2025". `today` is
 * the day on which it is read (ISO 8601). What is no date, or none of the calendar, is refused and never guessed. `years`: how a year of two digits is read.
 */
export function readWrittenDate(
  typed: string,
  exactness: Exactness,
  today: string,
  years: YearReading = {},
): WrittenDate {
  const plain = typed.replace(/\s+/g, ' ').trim();
  const month = monthOf(plain);
  if (/^\d{4}$/.test(plain) || month) {
    const date = month ?? plain;
    return exactness === 'any' ? { date } : { refusal: `The day is missing in "${plain}". ${HOW.day}` };
  }
  const day = readDay(plain, today, years);
  const [, year, monthOfDay, dayOfMonth] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  if (!year) return { refusal: `"${plain}" was not understood as a date. ${HOW[exactness]}` };
  const place = Number(monthOfDay);
  if (place < 1 || place > 12)
    return { refusal: `There is no month ${place}. The day stands first: 3/5/2025 is the third of May.` };
  const last = new Date(Date.UTC(Number(year), place, 0)).getUTCDate();
  const name = monthNames[place - 1]?.[0] ?? '';
  if (Number(dayOfMonth) < 1 || Number(dayOfMonth) > last)
    return {
      refusal: `There is no such day: ${capital(name)} ${year} has ${last} days.${exactness === 'any' ? ' Look at the source again, or write the month alone.' : ' Look at the source again.'}`,
    };
  return { date: day };
}

/** A date (ISO 8601: year, month or day) in words: "3 May 2025", "May 2025", "2019". */
export function dateInWords(date: string): string {
  const [, year = date, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date) ?? [];
  const name = capital(monthNames[Number(month) - 1]?.[0] ?? '');
  return [day && String(Number(day)), name, year].filter(Boolean).join(' ');
}

function monthOf(plain: string): string | undefined {
  const [, iso, isoMonth] = /^(\d{4})[-/ .](\d{1,2})$/.exec(plain) ?? [];
  const [, figure, figureYear] = /^(\d{1,2})[-/ .](\d{4})$/.exec(plain) ?? [];
  const [, word, wordYear] = /^([a-z]+)\.?,?[ /-](\d{4})$/i.exec(plain) ?? [];
  const named = word ? monthNames.findIndex((names) => names.includes(word.toLowerCase())) + 1 : 0;
  const month = Number(isoMonth ?? figure ?? named);
  const year = iso ?? figureYear ?? wordYear;
  return year && month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : undefined;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
