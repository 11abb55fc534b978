import type { Language } from '../lib/locales.ts';
import type { Duration } from '../schemas/duration.ts';

const symbols: Record<string, string> = {
  NGN: '₦',
  KES: 'KSh\u00a0',
  GHS: 'GH₵',
  TZS: 'TSh\u00a0',
  PHP: '₱',
  INR: '₹',
  USD: 'US$',
  GBP: '£',
  EUR: '€',
};

/**
 * Gives an amount as people write it: ₦100,000 or KSh 7,500. Currencies without a known symbol get their ISO 4217 code.
 */
export function money(amount: number, currency: string): string {
  const digits = amount.toLocaleString('en', {
    minimumFractionDigits: Number.isInteger(amount) ? 0 : 2,
    maximumFractionDigits: 2,
  });
  return `${symbols[currency] ?? `${currency}\u00a0`}${digits}`;
}

/** Words and signs for money that stand before or after a number, in any of the countries. */
const MONEY = String.raw`[₦₵₱₹$£€]|\b(?:GH₵|KSh|KES|Kshs?|NGN|GHS|TSh|TZS|PHP|INR|USD|Shs?|Rs|naira|kobo|shillings?|shilingi|cedis?|pesos?|rupees?)\b|/=`;
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
  const format = dayFormats.get(key) ?? new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, options);
  dayFormats.set(key, format);
  return format.format(day);
}

/** Gives a year, month or day (ISO 8601, as exact as it is known) in words: "28 August 2025", "August 2025", "2025". */
export function date(iso: string, language: Language): string {
  const parts = { 4: 'year', 7: 'month year', 10: 'day month year' } as const;
  const known = parts[iso.length as keyof typeof parts];
  const day = new Date(`${iso}${'-01-01'.slice(iso.length - 4)}T00:00:00Z`);
  return known && !Number.isNaN(day.getTime()) ? formatDay(day, language, known) : iso;
}

/** Gives a day of every year (02-01) in words: "1 February". */
export function dayOfYear(monthDay: string, language: Language): string {
  return formatDay(new Date(`2000-${monthDay}T00:00:00Z`), language, 'day month');
}

/** Gives the day of the week of a day (ISO 8601) in words: "Sunday". */
export function weekdayInWords(day: string, language: Language): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(language, { weekday: 'long', timeZone: 'UTC' });
}

const units: Record<Language, Record<NonNullable<Duration['unit']>, [one: string, many: string]>> = {
  en: {
    minutes: ['minute', 'minutes'],
    hours: ['hour', 'hours'],
    days: ['day', 'days'],
    'working-days': ['working day', 'working days'],
    weeks: ['week', 'weeks'],
    months: ['month', 'months'],
    years: ['year', 'years'],
  },
  sw: {
    minutes: ['dakika', 'dakika'],
    hours: ['saa', 'saa'],
    days: ['siku', 'siku'],
    'working-days': ['siku ya kazi', 'siku za kazi'],
    weeks: ['wiki', 'wiki'],
    months: ['mwezi', 'miezi'],
    years: ['mwaka', 'miaka'],
  },
};

const atOnce: Record<Language, { sameDay: string; now: string }> = {
  en: { sameDay: 'Same day', now: 'At once' },
  sw: { sameDay: 'Siku hiyo hiyo', now: 'Papo hapo' },
};

/**
 * Gives a length of time in words: "3 days", "30–90 days", "siku za kazi 5". Swahili puts the number after the unit.
 */
export function duration(
  value: { min?: number | undefined; max?: number | undefined; unit?: Duration['unit'] },
  language: Language,
): string {
  if (value.unit === undefined) return '';
  const upper = value.max ?? value.min ?? 0;
  if (upper === 0) return atOnce[language][value.unit === 'days' || value.unit === 'working-days' ? 'sameDay' : 'now'];
  if (value.unit === 'minutes' && upper < 1)
    return language === 'sw' ? `sekunde ${upper * 60}` : `${upper * 60} seconds`;
  const [one, many] = units[language][value.unit];
  const unit = upper === 1 && (value.min === undefined || value.min === 1) ? one : many;
  const number =
    value.min !== undefined && value.max !== undefined && value.min !== value.max
      ? `${value.min}–${value.max}`
      : String(upper);
  return language === 'sw' ? `${unit} ${number}` : `${number} ${unit}`;
}

/** Gives the href of a telephone number (RFC 3966): digits, plus sign, star and hash only. */
export function telHref(number: string): string {
  return `tel:${number.replace(/[^\d+*#]/g, '').replace(/#/g, '%23')}`;
}
