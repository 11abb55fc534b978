import { dialable } from '../../schemas/primitives.ts';

/**
 * A telephone number of a text. `says` is how it is written where that tells more than the number: an extension, a
 * second ending.
 */
export interface PhoneText {
  number: string;
  says?: string;
  kind?: 'fax' | 'sms' | 'whatsapp';
  tollFree?: true;
}

const DASHES = '\\-‐‑‒–—−';
/**
 * Groups of digits with spaces, dashes, dots or brackets between them. Each group has a separator before it, so that
 * matching stays linear.
 */
const NUMBER = new RegExp(
  String.raw`[+*]?(?:\(\+?\d{1,5}\)|\d+)(?:(?:[\s${DASHES}]{0,3}\(\d{1,5}\)[\s${DASHES}]{0,3}|[\s${DASHES}]{1,3}|\.)\d+)*#?`,
  'y',
);
const EXTENSION = /[\s,]*(?:\bext(?:ension|n)?|\bx)\.?\s*:?\s*\d{1,6}\b/iy;
const BETWEEN = /(?:[\s,;&|/]|\b(?:or|au|and|na)\b)+/iy;
/** What makes the last group of digits no part of a number: "020 2220002 24 hours". */
const COUNTED = /^(?:[\p{L}\p{N}_@]|\s*(?:hours?|hrs|days?|minutes?|a\.?m|p\.?m|floor)\b)/iu;
/** The longest number, E.164 (6.1). */
const DIGITS_MAX = 15;

/** Reads the numbers at the start of a text into `phones` and gives back what follows them, unread. */
export function takePhones(value: string, label: string, callingCode: string | undefined, phones: PhoneText[]): string {
  const kind = /fax|nukushi/i.test(label)
    ? 'fax'
    : /sms/i.test(label)
      ? 'sms'
      : /whatsapp/i.test(label)
        ? 'whatsapp'
        : undefined;
  const shared = {
    ...(kind ? { kind } : {}),
    ...(/toll/i.test(label) ? { tollFree: true as const } : {}),
  } satisfies Partial<PhoneText>;
  let end = 0;
  let last: { phone: PhoneText; start: number } | undefined;
  for (;;) {
    const start = end + matchLength(BETWEEN, value, end);
    const written = numberAt(value, start);
    if (!written) break;
    const digits = written.replace(/\D/g, '').length;
    // "0700 000 000/1" has a second ending, which is no number of its own.
    if (last && digits < 5 && /\/\s*$/.test(value.slice(end, start)))
      last.phone.says = value.slice(last.start, start + written.length);
    else {
      const number = complete(normalised(written), callingCode);
      if (digits < 3 || digits > DIGITS_MAX || !dialable.safeParse(number).success) break;
      last = { phone: { number, ...shared }, start };
      phones.push(last.phone);
    }
    end = start + written.length;
    const extension = matchLength(EXTENSION, value, end);
    if (extension > 0) {
      end += extension;
      last.phone.says = value.slice(last.start, end).replace(/\s+/g, ' ');
    }
  }
  return value.slice(end);
}

/**
 * The number that begins here, without a last group that counts something else; undefined for none or for one
 * that goes on in letters.
 */
function numberAt(value: string, start: number): string | undefined {
  let written = value.slice(start, start + matchLength(NUMBER, value, start));
  if (written && COUNTED.test(value.slice(start + written.length, start + written.length + 20)))
    written = written.includes(' ') ? written.replace(new RegExp(`[\\s${DASHES}]+\\d+$`), '') : '';
  const next = value.slice(start + written.length, start + written.length + 2);
  return written === '' || new RegExp(`^[${DASHES}]\\p{L}`, 'u').test(next) ? undefined : written;
}

/**
 * A number as it is dialled: "(020) 222", "+254–20–222" and "020.222" become "020 222", "+254-20-222" and
 * "020-222".
 */
function normalised(written: string): string {
  return written
    .replace(/^\((\+?\d+)\)/, '$1')
    .replace(new RegExp(`[${DASHES}]`, 'g'), '-')
    .replaceAll('.', '-')
    .replace(/\s+/g, ' ');
}

function complete(number: string, callingCode: string | undefined): string {
  const code = callingCode?.replace('+', '');
  const digits = number.replace(/\D/g, '');
  return code && /^\d/.test(number) && digits.startsWith(code) && digits.length >= code.length + 8
    ? `+${number}`
    : number;
}

function matchLength(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
