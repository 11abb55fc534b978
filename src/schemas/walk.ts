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

/** Makes something of one value. `path` is where it stands, for example fees.0.label. */
export type FieldChange = (value: unknown, path: string) => unknown;
type Mapper = (value: unknown, change: FieldChange, path: string) => unknown;

/**
 * Prepares the copying of values of a schema with every field of a kind changed. Goes the ways of `walkFields`, but
 * looks at the schema once and not at each value; what holds no such field is handed on as it is.
 */
export function fieldMapper(
  schema: z.ZodType,
  chosen: (meta: FieldMeta) => boolean,
): (value: unknown, change: FieldChange) => unknown {
  const map = mapperOf(schema, chosen);
  return (value, change) => (map ? map(value, change, '') : value);
}

function mapperOf(schema: z.ZodType, chosen: (meta: FieldMeta) => boolean): Mapper | undefined {
  const meta = fieldMeta(schema);
  const bare = unwrap(schema);
  const below = (part: z.ZodType): Mapper | undefined => mapperOf(part, chosen);
  if (meta && chosen(meta)) return (value, change, path) => change(value, path);
  if (bare instanceof z.ZodObject) return mapParts(bare.shape as Record<string, z.ZodType>, below);
  if (bare instanceof z.ZodArray) return mapItems(below(bare.element as z.ZodType));
  if (bare instanceof z.ZodDiscriminatedUnion) {
    const options = new Map((bare.options as z.ZodType[]).map((option) => [option, below(option)]));
    if ([...options.values()].every((map) => map === undefined)) return undefined;
    return (value, change, path) => {
      const option = unionOption(bare, value as Record<string, unknown>);
      return (option && options.get(option))?.(value, change, path) ?? value;
    };
  }
  return undefined;
}

function mapParts(
  shape: Record<string, z.ZodType>,
  below: (part: z.ZodType) => Mapper | undefined,
): Mapper | undefined {
  const parts = Object.entries(shape).flatMap(([key, part]) => {
    const map = below(part);
    return map ? [{ key, map }] : [];
  });
  if (parts.length === 0) return undefined;
  return (value, change, path) => {
    const copy: Record<string, unknown> = { ...(value as object) };
    for (const { key, map } of parts) {
      if (copy[key] !== undefined) copy[key] = map(copy[key], change, path ? `${path}.${key}` : key);
    }
    return copy;
  };
}

function mapItems(map: Mapper | undefined): Mapper | undefined {
  return (
    map && ((value, change, path) => (value as unknown[]).map((item, index) => map(item, change, `${path}.${index}`)))
  );
}

/** The schema under all optional, default and nullable wrappers. */
export function unwrap(schema: z.ZodType): z.ZodType {
  const inner = innerSchema(schema);
  return inner ? unwrap(inner) : schema;
}

/** The option of a discriminated union that a value belongs to, by its discriminator. */
export function unionOption(union: z.ZodDiscriminatedUnion, value: Record<string, unknown>): z.ZodType | undefined {
  const key = union.def.discriminator;
  return (union.options as z.ZodObject[]).find((option) => {
    const literal = option.shape[key];
    return literal instanceof z.ZodLiteral && literal.values.has(value[key] as z.core.util.Literal);
  });
}
