import * as z from 'zod';
import { unionOption, unwrap } from '../schemas/walk.ts';

/** The field names that a schema allows at a path of a value; empty where it is not a group of fields. */
export function knownKeys(schema: z.ZodType, value: unknown, path: PropertyKey[]): string[] {
  let current = unwrap(schema);
  let data = value;
  for (const key of path) {
    current = pickOption(current, data);
    if (current instanceof z.ZodObject) {
      const fields = new Map(Object.entries(current.shape as Record<string, z.ZodType>));
      current = unwrap(fields.get(String(key)) ?? z.never());
    } else if (current instanceof z.ZodArray) current = unwrap(current.element as z.ZodType);
    data = (data as Record<PropertyKey, unknown> | undefined)?.[key];
  }
  current = pickOption(current, data);
  return current instanceof z.ZodObject ? Object.keys(current.shape) : [];
}

function pickOption(schema: z.ZodType, data: unknown): z.ZodType {
  if (schema instanceof z.ZodDiscriminatedUnion && typeof data === 'object' && data !== null) {
    return unionOption(schema, data as Record<string, unknown>) ?? schema;
  }
  return schema;
}
