import { currencies, marksOf } from './currencies.ts';
import { withoutHidden } from './hidden-characters.ts';
import { amountInWords } from './amount-words.ts';

/** A currency: its ISO 4217 code, and how people write it where it is used. */
export interface Money {
  currency: string;
  symbol: string;
}

/** What no country is known for: the code for no currency (ISO 4217). */
export const NO_MONEY: Money = { currency: 'XXX', symbol: '' };

const multipliers: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  elfu: 1e3,
  lakh: 1e5,
  laki: 1e5,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  milioni: 1e6,
  bn: 1e9,
  billion: 1e9,
  bilioni: 1e9,
};

/**
 * Digits alone, or in groups of three behind a comma, a space or an apostrophe; then at most two places, after a point
 * or, as receipts write them, a colon.
 */
const FIGURE = /^(\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d{1,3}(?:'\d{3})+)(?:[.:](\d{1,2}))?$/;
const MULTIPLIED = /^(\d+(?:\.\d{1,2})?) ?([a-z]+)$/;
/** Behind a figure, for "and nothing more". */
const CLOSING = /(?:\/[=-]|\bonly|\btu)\.?$/;

/**
 * Reads an amount as people write it: "1500", "₦5,000.00", "N5,000:00", "Sh 200/=", "5k", "2 million", "laki 2", "elfu
 * tano", "half a million". Gives undefined unless every digit and every word is accounted for: an amount that could be
 * read in two ways, or that names another currency, is for its writer to mend.
 */
export function readAmount(typed: string, money: Money): number | undefined {
  const plain = bare(typed, money);
  if (plain === undefined) return undefined;
  const value = figure(plain) ?? multiplied(plain) ?? amountInWords(plain);
  return value === undefined || !Number.isFinite(value) ? undefined : Math.round(value * 100) / 100;
}

/**
 * Reads an amount that is written in digits: "1500", "₦5,000.00", "1,500/=". Undefined for all else, "2k" and words among
 * them: what a price list says is copied, and never worked out.
 */
export function readAmountInDigits(typed: string, money: Money): number | undefined {
  const plain = bare(typed, money);
  return plain === undefined ? undefined : figure(plain);
}

function figure(plain: string): number | undefined {
  const [whole, units, places = '0'] = FIGURE.exec(plain) ?? [];
  return whole === undefined ? undefined : Number(`${units?.replace(/\D/g, '')}.${places}`);
}

function multiplied(plain: string): number | undefined {
  const [, number = '', name = ''] = MULTIPLIED.exec(plain) ?? [];
  const times = Object.hasOwn(multipliers, name) ? multipliers[name] : undefined;
  // "2000.00k" is 2,000 naira and no kobo on a receipt, and two million to somebody else.
  if (times === undefined || (name === 'k' && /\.\d\d/.test(number))) return undefined;
  return Number(number) * times;
}

/** The amount without its currency and without what only closes it; undefined where nothing is left. */
function bare(typed: string, money: Money): string | undefined {
  let plain = withoutHidden(typed)
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[\s\u00a0\u202f]+/gu, ' ')
    .replace(/[’ʼ]/g, "'")
    .toLowerCase()
    .trim();
  plain = plain.replace(CLOSING, '').trim();
  for (const name of namesOf(money)) {
    const isWord = /\p{L}$/u.test(name);
    if (plain.startsWith(name) && !(isWord && /^\p{L}/u.test(plain.slice(name.length)))) {
      plain = plain.slice(name.length).replace(/^\.(?!\d)/, '');
      break;
    }
    if (plain.endsWith(name) && !(isWord && /\p{L}$/u.test(plain.slice(0, -name.length)))) {
      plain = plain.slice(0, -name.length);
      break;
    }
  }
  plain = plain.trim();
  return plain === '' ? undefined : plain;
}

/** Longest first, so that "ksh" is not read as "k" and a rest. */
function namesOf({ currency, symbol }: Money): string[] {
  const sign = (currencyDisplay: 'symbol' | 'narrowSymbol'): string =>
    new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay })
      .formatToParts(0)
      .find(({ type }) => type === 'currency')?.value ?? '';
  // Of a currency that this list does not know, any of its names may be somebody's.
  const everyday = (currency in currencies ? [currency] : Object.keys(currencies)).flatMap((code) => [
    ...marksOf(code),
    ...(currencies[code]?.spoken ?? []),
  ]);
  const names = [currency, symbol, sign('symbol'), sign('narrowSymbol'), ...everyday].map((name) => name.toLowerCase());
  return [...new Set(names)].filter(Boolean).sort((a, b) => b.length - a.length);
}

/** Digits of another script and of full width count as the digits that they are. */
function asciiDigit(digit: string): string {
  let value = 0;
  // Each script's ten digits lie in a row (Unicode core specification, section 4.6).
  for (let code = (digit.codePointAt(0) ?? 0) - 1; value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code)); code--)
    value++;
  return String(value % 10);
}
