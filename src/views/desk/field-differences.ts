import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { defaultLanguage, type Language } from '../../lib/locales.ts';
import { pairItems } from '../../history/pair-items.ts';
import { date } from '../../register/format.ts';
import { fieldWords, type FieldWords } from '../../schemas/field-words.ts';
import { asEnglish } from '../../texts/fallback-marks.ts';
import { fieldMeta } from '../../schemas/field.ts';
import { unionOption, unwrap } from '../../schemas/walk.ts';

/** One field before and after; empty where it had or has no value. */
export interface FieldDifference {
  /** The way to the field, by labels and by the names of items: "Costs", "Replacement card", "Amount". */
  way: string[];
  before: string;
  after: string;
}

type Data = Record<string, unknown>;

/** Where in an entry one is, and in which words it is told. */
interface Place {
  way: string[];
  words: FieldWords;
}

const within = ({ way, words }: Place, step: string): Place => ({ way: [...way, step], words });

/** Every field in which two versions of an entry differ, in the order of the schema. */
export function fieldDifferences(
  schema: z.ZodType,
  before: unknown,
  after: unknown,
  language: Language = defaultLanguage,
): FieldDifference[] {
  return differencesOf(schema, before, after, { way: [], words: fieldWords(language) });
}

/** The paragraphs in which two texts differ: what begins and ends them alike is left out. */
export function textDifference(before: string, after: string): { before: string; after: string } | undefined {
  if (before.trim() === after.trim()) return undefined;
  const [old, now] = [before, after].map((text) => text.trim().split(/\n{2,}/)) as [string[], string[]];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const cut = (list: string[]): string => list.slice(start, list.length - end).join('\n\n');
  return { before: cut(old), after: cut(now) };
}

function differencesOf(schema: z.ZodType, before: unknown, after: unknown, place: Place): FieldDifference[] {
  if (isDeepStrictEqual(before, after)) return [];
  const bare = unwrap(schema);
  if (bare instanceof z.ZodDiscriminatedUnion) return unionDifferences(bare, before, after, place);
  if (bare instanceof z.ZodObject) return objectDifferences([bare], before, after, place);
  if (bare instanceof z.ZodArray)
    return listDifferences(bare.element as z.ZodType, listOf(before), listOf(after), place);
  const { way, words } = place;
  return [{ way, before: shown(bare, before, words), after: shown(bare, after, words) }];
}

function unionDifferences(
  union: z.ZodDiscriminatedUnion,
  before: unknown,
  after: unknown,
  place: Place,
): FieldDifference[] {
  const kind = union.def.discriminator;
  const [old, now] = [before, after].map((value) => (value ? unionOption(union, value as Data) : undefined)) as [
    z.ZodObject | undefined,
    z.ZodObject | undefined,
  ];
  const named = (option: z.ZodObject | undefined): string =>
    place.words.label((option && fieldMeta(option.shape[kind])?.label) ?? '');
  const shapes = [old, now].filter((option) => option !== undefined && option !== now) as z.ZodObject[];
  const fields = objectDifferences([...shapes, ...(now ? [now] : [])], before, after, place, kind);
  return old === now ? fields : [{ way: place.way, before: named(old), after: named(now) }, ...fields];
}

/** The fields of one shape, or of two where the kind changed, each once; without the one that tells the kind. */
function objectDifferences(
  shapes: z.ZodObject[],
  before: unknown,
  after: unknown,
  place: Place,
  without?: string,
): FieldDifference[] {
  const [old, now] = [(before ?? {}) as Data, (after ?? {}) as Data];
  const fields = new Map(shapes.flatMap(({ shape }) => Object.entries(shape as Record<string, z.ZodType>)).reverse());
  return [...fields.entries()].reverse().flatMap(([key, field]) => {
    if (key === without) return [];
    const label = place.words.label(fieldMeta(field)?.label ?? key);
    return differencesOf(field, old[key], now[key], within(place, label));
  });
}

function listDifferences(element: z.ZodType, old: unknown[], now: unknown[], place: Place): FieldDifference[] {
  const inner = unwrap(element);
  if (!(inner instanceof z.ZodObject || inner instanceof z.ZodDiscriminatedUnion))
    return [{ way: place.way, before: lines(inner, old, place), after: lines(inner, now, place) }];
  const { pairs, gone, added } = pairItems(old.map(nameOf), now.map(nameOf));
  const item = (value: unknown, at: number): Place =>
    within(place, asEnglish(nameOf(value), place.words.language) || String(at + 1));
  return [
    ...pairs.flatMap(([i, j]) => differencesOf(element, old[i], now[j], item(now[j], j))),
    ...added.flatMap((j) => differencesOf(element, undefined, now[j], item(now[j], j))),
    ...gone.flatMap((i) => differencesOf(element, old[i], undefined, item(old[i], i))),
  ];
}

/** By what people know an item of a list; empty where it has no name. */
function nameOf(value: unknown): string {
  const data = (value ?? {}) as Data;
  if (typeof data.field === 'string' && typeof data.language === 'string') return `${data.language} ${data.field}`;
  const name = [data.label, data.appliesTo, data.what, data.title, data.name, data.metric, data.id, data.client].find(
    (text) => typeof text === 'string' && text !== '',
  );
  return typeof name === 'string' ? name : '';
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const lines = (schema: z.ZodType, values: unknown[], { words }: Place): string =>
  values.map((value) => shown(schema, value, words)).join('\n');

/** A value in words: days as people write them, choices by their words; content is in the language that it is in. */
function shown(schema: z.ZodType, value: unknown, { language, choice }: FieldWords): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'object') return JSON.stringify(value);
  if (schema instanceof z.ZodEnum) return choice(String(value));
  if (typeof value !== 'string') return String(value);
  return /^\d{4}-\d\d-\d\d$/.test(value) ? date(value, language) : asEnglish(value, language);
}
