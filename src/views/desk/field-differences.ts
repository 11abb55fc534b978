import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { pairItems } from '../../history/pair-items.ts';
import { fieldMeta } from '../../schemas/field.ts';
import { unionOption, unwrap } from '../../schemas/walk.ts';

/** One field before and after; empty where it had or has no value. */
export interface FieldDifference {
  /** The way to the field, in the English labels of its schema: "Costs", "Replacement card", "Amount". */
  way: string[];
  before: string;
  after: string;
}

type Data = Record<string, unknown>;

/** Every field in which two versions of an entry differ, in the order of the schema. */
export function fieldDifferences(schema: z.ZodType, before: unknown, after: unknown): FieldDifference[] {
  return differencesOf(schema, before, after, []);
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

function differencesOf(schema: z.ZodType, before: unknown, after: unknown, way: string[]): FieldDifference[] {
  if (isDeepStrictEqual(before, after)) return [];
  const bare = unwrap(schema);
  if (bare instanceof z.ZodDiscriminatedUnion) return unionDifferences(bare, before, after, way);
  if (bare instanceof z.ZodObject) return objectDifferences([bare], before, after, way);
  if (bare instanceof z.ZodArray) return listDifferences(bare.element as z.ZodType, listOf(before), listOf(after), way);
  return [{ way, before: shown(before), after: shown(after) }];
}

function unionDifferences(
  union: z.ZodDiscriminatedUnion,
  before: unknown,
  after: unknown,
  way: string[],
): FieldDifference[] {
  const kind = union.def.discriminator;
  const [old, now] = [before, after].map((value) => (value ? unionOption(union, value as Data) : undefined)) as [
    z.ZodObject | undefined,
    z.ZodObject | undefined,
  ];
  const named = (option: z.ZodObject | undefined): string => (option && fieldMeta(option.shape[kind])?.label) ?? '';
  const shapes = [old, now].filter((option) => option !== undefined && option !== now) as z.ZodObject[];
  const fields = objectDifferences([...shapes, ...(now ? [now] : [])], before, after, way, kind);
  return old === now ? fields : [{ way, before: named(old), after: named(now) }, ...fields];
}

/** The fields of one shape, or of two where the kind changed, each once; without the one that tells the kind. */
function objectDifferences(
  shapes: z.ZodObject[],
  before: unknown,
  after: unknown,
  way: string[],
  without?: string,
): FieldDifference[] {
  const [old, now] = [(before ?? {}) as Data, (after ?? {}) as Data];
  const fields = new Map(shapes.flatMap(({ shape }) => Object.entries(shape as Record<string, z.ZodType>)).reverse());
  return [...fields.entries()].reverse().flatMap(([key, field]) => {
    if (key === without) return [];
    const label = fieldMeta(field)?.label ?? key;
    return differencesOf(field, old[key], now[key], [...way, label]);
  });
}

function listDifferences(element: z.ZodType, old: unknown[], now: unknown[], way: string[]): FieldDifference[] {
  const inner = unwrap(element);
  if (!(inner instanceof z.ZodObject || inner instanceof z.ZodDiscriminatedUnion))
    return [{ way, before: old.map(shown).join('\n'), after: now.map(shown).join('\n') }];
  const { pairs, gone, added } = pairItems(old.map(nameOf), now.map(nameOf));
  const item = (value: unknown, at: number): string[] => [...way, nameOf(value) || String(at + 1)];
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

function shown(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
