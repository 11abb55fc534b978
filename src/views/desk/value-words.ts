import * as z from 'zod';
import { fieldMeta } from '../../schemas/field.ts';
import { plainFieldWords, type FieldWords } from '../../schemas/field-words.ts';
import { asEnglish } from '../../texts/fallback-marks.ts';
import { unionOption, unwrap } from '../../schemas/walk.ts';

/** Fields that say where something comes from or what it is in another language, and not what it is. */
const BESIDE = new Set(['evidence', 'conflicting', 'former', 'superseded', 'translations']);

/**
 * A value of a content file in lines that a person can read: a line for each item of a list, the parts of an item with
 * their labels. Where it comes from and translations are left out.
 */
export function valueLines(schema: z.ZodType, value: unknown, said: FieldWords = plainFieldWords()): string[] {
  const bare = unwrap(schema);
  if (Array.isArray(value)) {
    const element = bare instanceof z.ZodArray ? (bare.element as z.ZodType) : bare;
    return value.map((item) => words(element, item, said)).filter((line) => line !== '');
  }
  const line = words(bare, value, said);
  return line === '' ? [] : [line];
}

/** A value without what says where it comes from. */
export function withoutEvidence(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEvidence);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) => (name === 'evidence' ? [] : [[name, withoutEvidence(part)]])),
  );
}

function words(schema: z.ZodType, value: unknown, said: FieldWords): string {
  if (value === undefined || value === null) return '';
  const bare = unwrap(schema);
  if (bare instanceof z.ZodEnum) return said.choice(String(value as string));
  if (typeof value !== 'object') return asEnglish(String(value), said.language);
  if (Array.isArray(value)) return valueLines(schema, value, said).join('; ');
  const option = bare instanceof z.ZodDiscriminatedUnion ? unionOption(bare, value as Record<string, unknown>) : bare;
  const shape = option && unwrap(option) instanceof z.ZodObject ? (unwrap(option) as z.ZodObject).shape : {};
  const parts = Object.entries(value).filter(([name]) => !BESIDE.has(name));
  const [only] = parts;
  if (only && parts.length === 1) return words(shape[only[0]] ?? z.unknown(), only[1], said);
  return parts
    .map(([name, part]): [string, string] => {
      const field = shape[name];
      const label = said.label((field && fieldMeta(field)?.label) ?? name);
      return [label, words(field ?? z.unknown(), part, said)];
    })
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `${label}: ${text}`)
    .join(' · ');
}
