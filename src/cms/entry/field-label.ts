import * as z from 'zod';
import { fieldMeta } from '../../schemas/field.ts';
import { plainFieldWords, type FieldWords } from '../../schemas/field-words.ts';
import { unionOption, unwrap } from '../../schemas/walk.ts';

/** The way to a field in the words of the form, for example "Costs, item 1, Amount". */
export function fieldLabel(
  schema: z.ZodType,
  value: unknown,
  path: PropertyKey[],
  words: FieldWords = plainFieldWords(),
): string {
  const way: string[] = [];
  let current = unwrap(schema);
  let data = value;
  for (const key of path) {
    if (current instanceof z.ZodDiscriminatedUnion)
      current = unionOption(current, (data ?? {}) as Record<string, unknown>) ?? current;
    if (current instanceof z.ZodArray) {
      way.push(words.said.item({ n: Number(key) + 1 }));
      current = unwrap(current.element as z.ZodType);
    } else {
      const shape = current instanceof z.ZodObject ? (current.shape as Record<string, z.ZodType>) : {};
      const child = Object.hasOwn(shape, key) ? shape[String(key)] : undefined;
      way.push(words.label((child && fieldMeta(child)?.label) ?? String(key)));
      if (child) current = unwrap(child);
    }
    data = (data as Record<PropertyKey, unknown> | null | undefined)?.[key];
  }
  return way.join(', ');
}
