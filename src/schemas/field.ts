import * as z from 'zod';
import type { FieldGroup } from './field-groups.ts';

/** What a person filling in a field sees, and how the field behaves in generated forms. Written once, on the field. */
export interface FieldMeta {
  /** The label shown beside the field, in the CMS and wherever the field is listed. */
  label: string;
  /** One or two sentences on what to write. */
  help?: string;
  /**
   * Which control a generated form uses when the type alone does not tell. An `id` is given by the form and not typed; a
   * `successor` is a service, named without its agency where it is the entry's own.
   */
  control?: 'long-text' | 'prose' | 'hidden' | 'id' | 'successor';
  /** The text may carry translations (see `translation.ts`). */
  translatable?: boolean;
  /** The value is the id of another entry; the register checks that it exists. */
  refersTo?: ReferenceKind;
  /** Beside which other fields it stands in a long form. */
  group?: FieldGroup;
  /** Most entries do without it, so a long form keeps it closed. */
  rare?: true;
  /** One item of a list, with its article, as a button says it: "a cost". */
  one?: string;
  /** Several items of a list, as they are counted: "things to bring"; the label where it is that already. */
  many?: string;
  /** Only whoever runs the portal sets it, in the file; at the desk it is neither shown nor changed. */
  reservedFor?: 'operator';
}

export type ReferenceKind = 'agency' | 'service' | 'jurisdiction' | 'source' | 'contact' | 'topic';

declare module 'zod' {
  interface GlobalMeta {
    control?: FieldMeta['control'];
    translatable?: boolean;
    refersTo?: ReferenceKind;
    group?: FieldGroup;
    rare?: true;
    one?: string;
    many?: string;
    reservedFor?: FieldMeta['reservedFor'];
  }
}

declare const translatable: unique symbol;

/**
 * A text that may be translated. Only the compiler sees the mark, by which `localise` knows what becomes of the text;
 * every string can be written where one is asked for.
 */
export type Translatable = string & { readonly [translatable]?: true };

/** Tells the texts that may be translated from all other types: true of no union that holds anything else. */
export type IsTranslatable<T> = [T] extends [string] ? (typeof translatable extends keyof T ? true : false) : false;

/** A schema whose texts may be translated, where its field says so. */
type FieldSchema<S extends z.ZodType, M extends FieldMeta> = M extends { translatable: true }
  ? S & { _zod: { output: Translatable | undefined } }
  : S;

/**
 * Attaches label and help to a schema. Call it outermost: Zod 4 keeps metadata on the exact
 * schema it was given, so `.optional()` after `field()` would lose it.
 */
export function field<S extends z.ZodType, M extends FieldMeta>(schema: S, meta: M): FieldSchema<S, M> {
  const { label, help, ...behaviour } = meta;
  return schema.meta({ title: label, ...(help ? { description: help } : {}), ...behaviour }) as FieldSchema<S, M>;
}

/** A field's metadata, looking through optional, default and nullable wrappers when they carry none. */
export function fieldMeta(schema: z.ZodType): FieldMeta | undefined {
  let current: z.ZodType | undefined = schema;
  while (current) {
    const meta = current.meta();
    if (meta?.title) {
      return {
        label: meta.title,
        ...(meta.description ? { help: meta.description } : {}),
        ...(meta.control ? { control: meta.control } : {}),
        ...(meta.translatable ? { translatable: true } : {}),
        ...(meta.refersTo ? { refersTo: meta.refersTo } : {}),
        ...(meta.group ? { group: meta.group } : {}),
        ...(meta.rare ? { rare: true } : {}),
        ...(meta.one ? { one: meta.one } : {}),
        ...(meta.many ? { many: meta.many } : {}),
        ...(meta.reservedFor ? { reservedFor: meta.reservedFor } : {}),
      };
    }
    current = innerSchema(current);
  }
  return undefined;
}

/** The schema inside an optional, default or nullable wrapper, or undefined for any other type. */
export function innerSchema(schema: z.ZodType): z.ZodType | undefined {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodPrefault
  ) {
    return schema.unwrap() as z.ZodType;
  }
  return undefined;
}
