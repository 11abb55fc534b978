import { isDeepStrictEqual } from 'node:util';
import type * as z from 'zod';
import { date } from '../../register/format.ts';
import { plainFieldWords } from '../../schemas/field-words.ts';
import { fieldMeta } from '../../schemas/field.ts';
import { unwrap } from '../../schemas/walk.ts';
import { pageTexts } from '../../texts/texts.ts';
import type { Sentence, SentenceContext } from '../sentences.ts';
import type { ToldChange } from './told-change.ts';

type Values = Record<string, unknown>;

/** Longer texts are told by the name of their field alone; the review shows them whole. */
const VALUE_LENGTH_MAX = 60;

/**
 * What became of fields that have no sentence of their own, by their labels: those of one short value with what it was
 * and is, all others in one line.
 */
export function fieldLines(
  schema: z.ZodObject,
  before: Values,
  after: Values,
  keys: string[],
  context: SentenceContext,
): ToldChange[] {
  const m = pageTexts('desk-change', context.language);
  const short: ToldChange[] = [];
  const others: Sentence[] = [];
  for (const key of keys) {
    if (isDeepStrictEqual(before[key], after[key])) continue;
    const field = labelOf(schema, key, context);
    const [from, to] = [shown(before[key], context), shown(after[key], context)];
    if (from === undefined || to === undefined || (from === '' && to === '')) others.push(field);
    else if (from === '') short.push({ what: m.field.set.pieces({ field, to }).flat() });
    else if (to === '') short.push({ what: m.field.dropped.pieces({ field, from }).flat() });
    else short.push({ what: m.field.changed.pieces({ field, from, to }).flat() });
  }
  return [...short, ...wordingLine(others, context)];
}

/** "Wording of: Summary, What you get". */
export function wordingLine(fields: Sentence[], { language }: SentenceContext): ToldChange[] {
  if (fields.length === 0) return [];
  const list = fields.flatMap((field, at) => (at === 0 ? field : [', ', ...field]));
  return [{ what: pageTexts('desk-change', language).wording.pieces({ fields: list }).flat() }];
}

function labelOf(schema: z.ZodObject, key: string, { language }: SentenceContext): Sentence {
  const field = (schema.shape as Record<string, z.ZodType>)[key];
  const text = (field && (fieldMeta(field)?.label ?? fieldMeta(unwrap(field))?.label)) ?? key;
  return [plainFieldWords(language).label(text)];
}

/** A value in a few words; undefined where it is more than that, empty where there is none. */
function shown(value: unknown, { language }: SentenceContext): string | undefined {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return pageTexts('desk-change', language)[value ? 'yes' : 'no'];
  if (typeof value !== 'string' || value.length > VALUE_LENGTH_MAX || value.includes('\n')) return undefined;
  return /^\d{4}-\d\d-\d\d$/.test(value) ? date(value, language) : value;
}
