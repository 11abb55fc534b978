import { currencies, marksOf } from '../../lib/currencies.ts';
import { escapePattern } from '../../lib/escape-pattern.ts';

/** An amount found in a text. `assumed` is true when the text names no currency and the country's own was taken. */
export interface Money {
  amount: number;
  currency: string;
  assumed: boolean;
}

/** Whose name a mark is, in whatever country it is written. */
const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(currencies).flatMap(([code, { names }]) =>
    [code.toLowerCase(), ...names].map((name): [string, string] => [name, code]),
  ),
);
const MARKS = [...new Set(Object.keys(currencies).flatMap(marksOf))]
  .sort((a, b) => b.length - a.length)
  .map(escapePattern)
  .join('|');
/**
 * Naira are also written with a colon before the kobo: "N5,000:00". Only noughts are read so, since "1:30" is a time.
 */
const NUMBER = String.raw`(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d?(?:,\d{2})*,\d{3}|[1-9]\d*|0)(?:\.\d{1,2}|:00)?`;
const WHOLE = new RegExp(`^(${MARKS})?\\.?\\s*(${NUMBER})\\s*(/=|/-)?\\s*(${MARKS})?\\.?$`, 'i');
const BESIDE_NUMBER = new RegExp(
  `(?:^|[^\\p{L}])(?:${MARKS})\\.?\\s*\\p{N}|\\p{N}\\s*(?:${MARKS})(?!\\p{L})|[$¢]`,
  'iu',
);
const IN_HEADER = new RegExp(`(?:^|[\\s(])(${MARKS})\\.?(?=$|[\\s)])`, 'i');

/**
 * Reads a text that is one amount and nothing else, for example "KES 1,000", "Ksh. 2,500/=", "₦15,000" or "500".
 * `local` is the country's currency.
 */
export function readMoney(text: string, local?: string): Money | undefined {
  const match = WHOLE.exec(text.trim());
  if (!match) return undefined;
  const [, before, digits = '', slash, after] = match;
  const amount = Number(digits.replace(':', '.').replaceAll(',', ''));
  if (!Number.isFinite(amount) || amount > 1e12) return undefined;
  const marks = [before, slash, after].filter((mark) => mark !== undefined);
  const found = new Set(marks.map((mark) => currencyOf(mark, local)));
  if (found.size > 1) return undefined;
  const [currency] = found.size === 1 ? found : [local];
  // "1,00,000" is one lakh in India; anywhere else a comma was mistyped.
  if (/^\d+(?:,\d{2})+,/.test(digits) && currency !== 'INR') return undefined;
  if (digits.includes(':') && marks.length === 0) return undefined;
  return currency ? { amount, currency, assumed: marks.length === 0 } : undefined;
}

/** True when a text holds an amount with the mark of a currency, of any country. */
export function namesMoney(text: string): boolean {
  return BESIDE_NUMBER.test(text);
}

/** The currency that a column's heading names, for example "Cost (KES)". */
export function currencyInHeader(header: string, local?: string): string | undefined {
  const mark = IN_HEADER.exec(header)?.[1];
  return mark && mark.length > 1 ? currencyOf(mark, local) : undefined;
}

function currencyOf(mark: string, local: string | undefined): string | undefined {
  const key = mark.toLowerCase();
  return NAMES.get(key) ?? (local && marksOf(local).includes(key) ? local : undefined);
}
