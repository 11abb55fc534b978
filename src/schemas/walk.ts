import * as z from 'zod';
import { fieldMeta, innerSchema, type FieldMeta } from './field.ts';

export type FieldPath = (string | number)[];
export type FieldVisitor = (value: unknown, path: FieldPath, meta: FieldMeta) => void;

/**
 * Visits every described field of a value together with its metadata, through objects, lists and
 * discriminated unions. Absent optional fields are not visited. References, translations and the
 * search text are all found this way, so a new field needs no second list.
 */
export function walkFields(schema: z.ZodType, value: unknown, visit: FieldVisitor, path: FieldPath = []): void {
  if (value === undefined || value === null) return;
  const meta = fieldMeta(schema);
  if (meta && path.length > 0) visit(value, path, meta);
  const bare = unwrap(schema);
  if (bare instanceof z.ZodObject) {
    for (const [key, child] of Object.entries(bare.shape)) {
      walkFields(child as z.ZodType, (value as Record<string, unknown>)[key], visit, [...path, key]);
    }
  } else if (bare instanceof z.ZodArray) {
    (value as unknown[]).forEach((item, index) => {
      walkFields(bare.element as z.ZodType, item, visit, [...path, index]);
    });
  } else if (bare instanceof z.ZodDiscriminatedUnion) {
    const option = unionOption(bare, value as Record<string, unknown>);
    if (option) walkFields(option, value, visit, path);
  }
}

/** What a value becomes, with its place and what is known of its field; the value itself where nothing is to change. */
export type FieldChange = (value: unknown, path: FieldPath, meta: FieldMeta | undefined) => unknown;

/**
 * Gives a copy of a value in which every part has become what `change` makes of it: first what lies in a list or an
 * object, then itself. Goes the ways of `walkFields`; what has no schema of its own is not looked into.
 */
export function mapFields(schema: z.ZodType, value: unknown, change: FieldChange, path: FieldPath = []): unknown {
  if (value === undefined || value === null) return value;
  return change(mapParts(unwrap(schema), value, change, path), path, fieldMeta(schema));
}

function mapParts(bare: z.ZodType, value: unknown, change: FieldChange, path: FieldPath): unknown {
  if (bare instanceof z.ZodObject) {
    const { shape } = bare as z.ZodObject<Record<string, z.ZodType>>;
    return Object.fromEntries(
      Object.entries(value as object).map(([key, part]) => [
        key,
        shape[key] ? mapFields(shape[key], part, change, [...path, key]) : (part as unknown),
      ]),
    );
  }
  if (bare instanceof z.ZodArray) {
    const element = bare.element as z.ZodType;
    return (value as unknown[]).map((item, index) => mapFields(element, item, change, [...path, index]));
  }
  if (bare instanceof z.ZodDiscriminatedUnion) {
    const option = unionOption(bare, value as Record<string, unknown>);
    return option ? mapParts(unwrap(option), value, change, path) : value;
  }
  return value;
}

/** Gives the schema under all optional, default and nullable wrappers. */
export function unwrap(schema: z.ZodType): z.ZodType {
  const inner = innerSchema(schema);
  return inner ? unwrap(inner) : schema;
}

/** Gives the option of a discriminated union that a value belongs to, by its discriminator. */
export function unionOption(union: z.ZodDiscriminatedUnion, value: Record<string, unknown>): z.ZodType | undefined {
  const key = union.def.discriminator;
  return (union.options as z.ZodObject[]).find((option) => {
    const literal = option.shape[key];
    return literal instanceof z.ZodLiteral && literal.values.has(value[key] as z.core.util.Literal);
  });
}
