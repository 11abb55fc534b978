import { currencies, marksOf } from '../lib/currencies.ts';
import { escapePattern } from '../lib/escape-pattern.ts';
import { localeOf, type Language } from '../lib/locales.ts';
import type { Duration } from '../schemas/duration.ts';
import { pageTexts } from '../texts/texts.ts';

/**
 * An amount as people write it: ₦100,000 or KSh 7,500. Currencies without a known sign get their ISO 4217 code.
 */
export function money(amount: number, currency: string): string {
  const digits = amount.toLocaleString('en', {
    minimumFractionDigits: Number.isInteger(amount) ? 0 : 2,
    maximumFractionDigits: 2,
  });
  return `${currencies[currency]?.sign ?? `${currency}\u00a0`}${digits}`;
}

/** Words and signs for money that stand before or after a number, in any of the countries. One letter may be anything. */
const MARKS = Object.keys(currencies)
  .flatMap(marksOf)
  .filter((mark) => mark.length > 1 || !/\w/.test(mark));
const isWord = (mark: string): boolean => /\w$/.test(mark);
const SIGNS = MARKS.filter((mark) => !isWord(mark)).map(escapePattern);
const MONEY = String.raw`${SIGNS.join('|')}|[$]|\b(?:${[...MARKS.filter(isWord).map(escapePattern), 'kobo'].join('|')})\b`;
const PRICE = new RegExp(`(?:${MONEY})[\\s.]*\\d|\\d[\\d,.]*\\s*(?:${MONEY})|\\bN ?\\d[\\d,]*\\b`, 'i');

/** Answers whether a text names a sum of money, so that "pay no more than this" may stand over it. */
export function statesPrice(text: string): boolean {
  return PRICE.test(text);
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/**
 * Formats are kept: making one takes longer than using it a hundred times. English dates have the day first, as in both
 * countries.
 */
function formatDay(
  day: Date,
  language: Language,
  parts: 'year' | 'month year' | 'day month year' | 'day month',
): string {
  const key = `${language} ${parts}`;
  const part = <V>(name: string, how: V): V | undefined => (parts.includes(name) ? how : undefined);
  const options = {
    timeZone: 'UTC',
    day: part('day', 'numeric' as const),
    month: part('month', 'long' as const),
    year: part('year', 'numeric' as const),
  };
  const format = dayFormats.get(key) ?? new Intl.DateTimeFormat(localeOf(language), options);
  dayFormats.set(key, format);
  return format.format(day);
}

/** A year, month or day (ISO 8601, as exact as it is known) in words: "28 August 2025", "August 2025", "2025". */
export function date(iso: string, language: Language): string {
  const parts = { 4: 'year', 7: 'month year', 10: 'day month year' } as const;
  const known = parts[iso.length as keyof typeof parts];
  const day = new Date(`${iso}${'-01-01'.slice(iso.length - 4)}T00:00:00Z`);
  return known && !Number.isNaN(day.getTime()) ? formatDay(day, language, known) : iso;
}

/** A day of every year (02-01) in words: "1 February". */
export function dayOfYear(monthDay: string, language: Language): string {
  return formatDay(new Date(`2000-${monthDay}T00:00:00Z`), language, 'day month');
}

/** A month (1 is January) in words: "December". */
export function monthOfYear(month: number, language: Language): string {
  return new Date(Date.UTC(2000, month - 1)).toLocaleDateString(language, { month: 'long', timeZone: 'UTC' });
}

/** The day of the week of a day (ISO 8601) in words: "Sunday". */
export function weekdayInWords(day: string, language: Language): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(language, { weekday: 'long', timeZone: 'UTC' });
}

/** A length of time in words: "3 days", "30–90 days", "siku za kazi 5". */
export function duration(
  { min, max, unit }: { min?: number | undefined; max?: number | undefined; unit?: Duration['unit'] },
  language: Language,
): string {
  if (unit === undefined) return '';
  const m = pageTexts('durations', language);
  const upper = max ?? min ?? 0;
  if (upper === 0) return unit === 'days' || unit === 'working-days' ? m.sameDay : m.now;
  if (unit === 'minutes' && upper < 1) return m.seconds({ number: upper * 60 });
  const isSpan = min !== undefined && max !== undefined && min !== max;
  // A span that ends with one is not one.
  return m[unit]({ n: isSpan && upper === 1 ? min : upper, number: isSpan ? `${min}–${max}` : upper });
}

/** The href of a telephone number (RFC 3966): digits, plus sign, star and hash only. */
export function telHref(number: string): string {
  return `tel:${number.replace(/[^\d+*#]/g, '').replace(/#/g, '%23')}`;
}
