import { isDeepStrictEqual } from 'node:util';
import type { Language } from '../../lib/locales.ts';
import { readAmountInDigits, type Money } from '../../lib/read-amount.ts';
import { readWrittenDate } from '../../lib/written-date.ts';
import { texts } from '../../texts/texts.ts';
import type { FieldProblem } from '../cms-error.ts';
import type { FieldPart, FormPart, LinesPart } from './form-parts.ts';
import { removal, typedOf, typedText, type Typed } from './typed.ts';

export interface Reading {
  language: Language;
  /** The day on which it is read (ISO 8601). */
  today: string;
  /** How people write a currency. */
  money: (currency: string) => Money;
}

type Values = Record<string, unknown>;

/**
 * Reads what was typed into the fields of a group. What stands as it was shown keeps the value it had; what is not
 * understood is told, and never becomes another value.
 */
export function readParts(
  parts: FormPart[],
  before: Values,
  typed: Typed,
  reading: Reading,
  prefix = '',
): { values: Values; problems: FieldProblem[] } {
  const values: Values = { ...before };
  const problems: FieldProblem[] = [];
  const shown = typedOf(parts, before, reading.language, prefix);
  const kind = typedText(typed, `${prefix}kind`);
  const currency = typedText(typed, `${prefix}currency`) || String(before.currency ?? '');
  for (const part of parts) {
    const name = prefix + part.name;
    const set = (value: unknown): void => {
      if (value === undefined) Reflect.deleteProperty(values, part.name);
      else values[part.name] = value;
    };
    if (part.type === 'list') {
      const read = readList(part.parts, (before[part.name] ?? []) as Values[], typed, reading, `${name}.`);
      problems.push(...read.problems);
      set(read.items.length > 0 ? read.items : undefined);
    } else if (part.type === 'group') {
      if (part.evidence && prefix === '') continue;
      if (isEmpty(part.parts, typed, `${name}.`)) set(undefined);
      else {
        const read = readParts(part.parts, (before[part.name] ?? {}) as Values, typed, reading, `${name}.`);
        problems.push(...read.problems);
        set(read.values);
      }
    } else {
      const now = (typed.get(name) ?? []).filter((text) => text !== '');
      const changed = !isDeepStrictEqual(now, shown.get(name) ?? []);
      // A field of another kind says nothing, unless somebody has just written into it.
      if (part.kinds && kind && !part.kinds.includes(kind)) {
        if (changed && now.length > 0)
          problems.push({ field: name, message: texts('desk-small-form', reading.language).otherKind });
        set(undefined);
      } else if (part.control === 'currency' && now.length === 0) {
        // Money is that of the country, unless somebody names another.
        set(part.required ? reading.money('').currency : undefined);
      } else if (changed) {
        const read = readField(part, now, { ...reading, currency });
        if ('refusal' in read) problems.push({ field: name, message: read.refusal });
        else set(read.value);
      }
    }
  }
  return { values, problems };
}

/** The numbers of the items of a list that a form shows. */
export function itemsTyped(typed: Typed, prefix: string): number[] {
  const numbers = [...typed.keys()].flatMap((name) => {
    const [, at] = name.startsWith(prefix) ? (/^(\d{1,3})\./.exec(name.slice(prefix.length)) ?? []) : [];
    return at === undefined ? [] : [Number(at)];
  });
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** The items of a list without those that were ticked off and those in which nothing stands. */
function readList(parts: FormPart[], before: Values[], typed: Typed, reading: Reading, prefix: string) {
  const items: Values[] = [];
  const problems: FieldProblem[] = [];
  for (const at of itemsTyped(typed, prefix)) {
    const own = `${prefix}${at}.`;
    if (typedText(typed, removal(own)) || isEmpty(parts, typed, own)) continue;
    const read = readParts(parts, before[at] ?? {}, typed, reading, own);
    problems.push(...read.problems);
    items.push(read.values);
  }
  return { items, problems };
}

/** Whether nothing stands in any field of a group. A choice that begins with something says nothing yet. */
function isEmpty(parts: FormPart[], typed: Typed, prefix: string): boolean {
  return parts.every((part) => {
    if (part.type === 'group') return isEmpty(part.parts, typed, `${prefix}${part.name}.`);
    if (part.type === 'list') return itemsTyped(typed, `${prefix}${part.name}.`).length === 0;
    return (typed.get(prefix + part.name) ?? []).every((text) => text === '');
  });
}

type Read = { value: unknown } | { refusal: string };

function readField(
  part: FieldPart | LinesPart,
  now: string[],
  { language, today, money, currency }: Reading & { currency: string },
): Read {
  const [text = ''] = now;
  const m = texts('desk-small-form', language);
  if (part.control === 'yes-no') return { value: text ? true : undefined };
  if (part.control === 'choices') return { value: now.length > 0 ? now : undefined };
  if (text === '') return { value: undefined };
  if (part.type === 'lines')
    return {
      value: text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    };
  switch (part.control) {
    case 'sources':
      return { value: text.split(' ') };
    case 'amount': {
      const named = money(currency);
      const value = readAmountInDigits(text, named);
      return value === undefined ? { refusal: m.amountRefused({ typed: text, currency: named.currency }) } : { value };
    }
    case 'number': {
      const value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
      return value === undefined ? { refusal: m.numberRefused({ typed: text }) } : { value };
    }
    case 'day':
    case 'date': {
      const read = readWrittenDate(text, part.control === 'day' ? 'day' : 'any', today);
      return 'date' in read ? { value: read.date } : { refusal: read.refusal };
    }
    default:
      return { value: text };
  }
}
