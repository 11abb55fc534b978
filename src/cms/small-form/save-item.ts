import { moneyOf } from '../../register/money-of.ts';
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import type { Language } from '../../lib/locales.ts';
import { prune } from '../../lib/yaml/prune.ts';
import { dayIn } from '../../deadlines/working-days.ts';
import type { Register } from '../../register/register.ts';
import type { Evidence, Source } from '../../schemas/provenance.ts';
import { unwrap } from '../../schemas/walk.ts';
import { texts } from '../../texts/texts.ts';
import { CmsError, type FieldProblem } from '../cms-error.ts';
import type { DeskContext } from '../context.ts';
import type { EditBase } from '../entry/entry-text.ts';
import { saveEntry, type EntryValues, type SavedEntry } from '../entry/save-entry.ts';
import { inOrder } from './in-order.ts';
import { itemSchema, type ItemPlace } from './item-place.ts';
import { itemsOf, type OpenItem } from './open-item.ts';
import { NEW_SOURCE, readEvidence } from './read-evidence.ts';
import { readParts, type Reading } from './read-typed.ts';
import { translationsWithout } from './translations-without.ts';
import type { Typed } from './typed.ts';

export interface ItemEdit {
  item: OpenItem;
  /** The version that the form was opened with. */
  base: EditBase | undefined;
  typed: Typed;
  language: Language;
}

/**
 * Saves an item as it was typed, as a draft of its entry. Throws a `CmsError`; its problems are named by the fields of
 * the form.
 */
export async function saveItem(context: DeskContext, { item, base, typed, language }: ItemEdit): Promise<SavedEntry> {
  const { place, parts, file } = item;
  const register = await context.register();
  const { sources } = item;
  const reading = readingOf(register, item.address.agency, context.clock(), language);
  const read = readParts(parts, item.item, typed, reading);
  const cited = readEvidence(keptEvidence(item), sources, typed, reading);
  const problems = [...read.problems, ...cited.problems];
  if (problems.length > 0) throw new CmsError(422, problems.map(({ message }) => message).join(' '), { problems });
  const wanted = inOrder(namesOf(place, read.values), { ...read.values, evidence: cited.evidence });
  if (isDeepStrictEqual(prune(wanted), prune(item.item)))
    throw new CmsError(422, texts('desk-small-form', language).nothing);
  const { newSource } = cited;
  const isCharter = file.collection.kind === 'charters';
  return saveEntry(context, {
    file,
    base,
    change: (now) => {
      const changed = withItem(now, place, wanted);
      return newSource && isCharter ? withSource(changed, newSource) : changed;
    },
    charter: newSource && !isCharter ? (now) => withSource(now, newSource) : undefined,
  }).catch((error: unknown) => {
    throw error instanceof CmsError ? inForm(error, item, sources.length) : error;
  });
}

/** Takes an item out of its entry, as a draft. Throws a `CmsError` where it must not. */
export async function removeItem(
  context: DeskContext,
  { item, base }: Omit<ItemEdit, 'typed' | 'language'>,
): Promise<SavedEntry> {
  const { place, file } = item;
  const { list, index } = place;
  if (index === 'new') return {};
  return saveEntry(context, {
    file,
    base,
    change: (now) => {
      const { translations } = now.data;
      const data = {
        ...now.data,
        [list]: itemsOf(now, place).filter((_, at) => at !== index),
        ...(Array.isArray(translations) ? { translations: translationsWithout(translations, list, index) } : {}),
      };
      return { ...now, data };
    },
  }).catch((error: unknown) => {
    throw error instanceof CmsError ? inForm(error, item, 0) : error;
  });
}

/** The evidence that stands until another is chosen: of a new item, that of the whole entry. */
export function keptEvidence({ item, entry }: OpenItem): Partial<Evidence> {
  return (item.evidence ?? entry.data.evidence ?? {}) as Partial<Evidence>;
}

/** How what an officer of an agency types is read. */
export function readingOf(register: Register, agency: string, now: Date, language: Language): Reading {
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

function withItem(now: EntryValues, place: ItemPlace, wanted: object): EntryValues {
  const items = [...itemsOf(now, place)];
  items[place.index === 'new' ? items.length : place.index] = wanted as Record<string, unknown>;
  return { ...now, data: { ...now.data, [place.list]: items } };
}

function withSource(now: EntryValues, source: Partial<Source>): EntryValues {
  return { ...now, data: { ...now.data, sources: [...((now.data.sources ?? []) as Source[]), source] } };
}

/** The names of an item's fields in the order of its schema. */
function namesOf(place: ItemPlace, values: Record<string, unknown>): string[] {
  const bare = unwrap(itemSchema(place));
  const options = bare instanceof z.ZodDiscriminatedUnion ? (bare.options as z.ZodObject[]) : [bare as z.ZodObject];
  const option = options.find(({ shape }) => !(shape.kind instanceof z.ZodLiteral) || shape.kind.value === values.kind);
  return Object.keys((option ?? options[0])?.shape ?? {});
}

/** A refusal of an entry, told beside the fields of its form. */
function inForm(error: CmsError, { place, entry }: OpenItem, sources: number): CmsError {
  const index = place.index === 'new' ? itemsOf(entry, place).length : place.index;
  const starts: [string, string][] = [
    [`${place.list}.${index}.`, ''],
    [`sources.${sources}.`, NEW_SOURCE],
  ];
  const problems = error.problems.flatMap(({ field, message }): FieldProblem[] => {
    const [start, own] = starts.find(([start]) => field.startsWith(start)) ?? [];
    return start === undefined ? [] : [{ field: `${own}${field.slice(start.length)}`, message }];
  });
  return new CmsError(error.status as 422, error.message, { problems, parked: error.parked, cause: error });
}
