import * as z from 'zod';
import { dayIn } from '../../deadlines/working-days.ts';
import type { Language } from '../../lib/locales.ts';
import { moneyOf } from '../../register/money-of.ts';
import type { Register } from '../../register/register.ts';
import type { Evidence, FormerValue, Source } from '../../schemas/provenance.ts';
import type { Officer } from '../../schemas/officer.ts';
import { unwrap } from '../../schemas/walk.ts';
import type { FieldProblem } from '../cms-error.ts';
import { formerValue } from './former-value.ts';
import { inOrder } from './in-order.ts';
import { itemSchema, tellsAnother, type ItemPlace } from './item-place.ts';
import { CHOICE, KEPT, readEvidence } from './read-evidence.ts';
import type { OpenItem } from './open-item.ts';
import { readParts, type Reading } from './read-typed.ts';
import { typedOf, typedText, type Typed } from './typed.ts';

type Values = Record<string, unknown>;

/** An item as it was typed. */
export interface TypedItem {
  values: Values;
  /** To be added to the charter, because the item cites it. */
  newSource?: Partial<Source> | undefined;
  /** Texts of the figure before that stand in its history now: their old places in the item, and the new. */
  moved: [from: string, to: string][];
  /** The day ahead (ISO 8601) from which on the figure holds, where nothing with that day is public yet. */
  ahead?: string | undefined;
  problems: FieldProblem[];
}

interface ReadOptions {
  register: Register;
  officer: Officer;
  now: Date;
  language: Language;
}

/**
 * Reads the form of an item. Whoever writes another figure says where it is stated. One that was only copied wrongly is
 * put right; any other becomes a figure of its own: the old one goes into its history with its day and its evidence.
 */
export function readItem(item: OpenItem, typed: Typed, options: ReadOptions): TypedItem {
  const { place, parts, address, sources } = item;
  const before = item.item;
  const reading = readingOf(options, address.agency);
  const read = readParts(parts, before, typed, reading);
  const another = tellsAnother(place, before, read.values);
  const kept = keptEvidence(item);
  const office = officeSource(options, address.agency);
  const cited = readEvidence({ kept, sources, office, asked: another }, typed, reading);
  const values: Values = { ...read.values, evidence: cited.evidence };
  const isNew = place.index === 'new';
  const replaces = another && !isNew && ![KEPT, ''].includes(typedText(typed, CHOICE));
  const moved: TypedItem['moved'] = [];
  const names = namesOf(place, values);
  const holdsFrom = typedText(typed, 'validFrom');
  const dayUntouched = holdsFrom === (typedOf(parts, before, reading.language).get('validFrom')?.[0] ?? '');
  // What was in a draft only has never held: there is nothing to keep of it.
  if (replaces && item.published.some((figure) => !tellsAnother(place, figure, before))) {
    // The day that stood there was that of the old figure.
    if (dayUntouched) Reflect.deleteProperty(values, 'validFrom');
    Reflect.deleteProperty(values, 'superseded');
    const former = formerValue(place, before, values.validFrom as string | undefined);
    if (former && names.includes('history')) {
      const history = (before.history ?? []) as FormerValue[];
      values.history = [...history, former];
      moved.push(...movedTexts(`history.${history.length}`));
    }
  }
  const day = values.validFrom;
  const isPublic = item.published.some(({ validFrom }) => validFrom === day);
  const ahead = !isPublic && typeof day === 'string' && day > reading.today ? day : undefined;
  return {
    values: inOrder(names, values),
    newSource: cited.newSource,
    moved,
    ahead,
    problems: [...read.problems, ...cited.problems],
  };
}

const movedTexts = (to: string): TypedItem['moved'] => [
  ['evidence', `${to}.evidence`],
  ['formula', `${to}.says`],
  ['says', `${to}.says`],
];

/** The evidence that stands until another is chosen: of a new item, that of the whole entry. */
export function keptEvidence({ item, entry }: OpenItem): Partial<Evidence> {
  return (item.evidence ?? entry.data.evidence ?? {}) as Partial<Evidence>;
}

/**
 * Title of the source that an office itself is: what its desk officer knows stands in no document yet. Undefined for
 * whoever does not speak for the office.
 */
export function officeSource(
  { register, officer }: Pick<ReadOptions, 'register' | 'officer'>,
  agency: string,
): string | undefined {
  const name = register.agencies.get(agency)?.data.name;
  const speaks = officer.role === 'desk-officer' && register.portal.publisherKind !== 'watchdog';
  return speaks && name !== undefined ? `Charter desk of ${name}` : undefined;
}

/** How what an officer of an agency types is read. */
function readingOf({ register, now, language }: ReadOptions, agency: string): Reading {
  const country = register.jurisdictions.get(register.agencies.get(agency)?.data.jurisdiction ?? '')?.data;
  const own = moneyOf(register, agency);
  return {
    language,
    today: dayIn(country?.timeZone ?? 'UTC', now),
    money: (currency) => ({
      currency: currency || own.currency,
      symbol: currency && currency !== own.currency ? '' : own.symbol,
    }),
  };
}

/** The names of an item's fields in the order of its schema. */
function namesOf(place: ItemPlace, values: Values): string[] {
  const bare = unwrap(itemSchema(place));
  const options = bare instanceof z.ZodDiscriminatedUnion ? (bare.options as z.ZodObject[]) : [bare as z.ZodObject];
  const option = options.find(({ shape }) => !(shape.kind instanceof z.ZodLiteral) || shape.kind.value === values.kind);
  return Object.keys((option ?? options[0])?.shape ?? {});
}
