import * as z from 'zod';
import { fieldMeta, type FieldMeta } from '../../schemas/field.ts';
import { amount, currency, isoDate, partialDate, slug } from '../../schemas/primitives.ts';
import { KIND } from '../../schemas/field-texts.ts';
import { chapterOf, type HandbookChapter } from '../../schemas/handbook-chapter.ts';
import { evidence } from '../../schemas/provenance.ts';
import { unwrap } from '../../schemas/walk.ts';

/** How a field of one line or choice is typed. */
export type Control =
  | 'text'
  | 'long-text'
  | 'amount'
  | 'currency'
  | 'number'
  | 'day'
  | 'date'
  | 'email'
  | 'choice'
  | 'choices'
  | 'yes-no'
  | 'sources';

/** One field of the small form, as its schema describes it. */
export interface FieldPart {
  type: 'field';
  name: string;
  label: string;
  help?: string;
  control: Control;
  required: boolean;
  /** Which chapter of the handbook explains it. */
  chapter: HandbookChapter;
  /** What can be chosen; a kind of the group has a label of its own, other values have their words. */
  options?: { value: string; label?: string }[];
  /** The kinds of its group to which it belongs; absent where it belongs to all. */
  kinds?: string[];
}
/** Texts one below the other, such as e-mail addresses. */
export interface LinesPart extends Omit<FieldPart, 'type' | 'control'> {
  type: 'lines';
  control: 'text' | 'email' | 'choices';
}
export interface GroupPart extends Omit<FieldPart, 'type' | 'control'> {
  type: 'group';
  /** Where something comes from: of the item itself it is chosen, not typed. */
  evidence: boolean;
  parts: FormPart[];
}
export interface ListPart extends Omit<FieldPart, 'type' | 'control'> {
  type: 'list';
  parts: FormPart[];
}
export type FormPart = FieldPart | LinesPart | GroupPart | ListPart;

/** The fields of a group or of the kinds of a group; ids, which a form gives and nobody types, are left out. */
export function formParts(schema: z.ZodType, chapter: HandbookChapter): FormPart[] {
  const bare = unwrap(schema);
  if (bare instanceof z.ZodDiscriminatedUnion) return partsOfKinds(bare, chapter);
  if (!(bare instanceof z.ZodObject)) throw new Error('Only groups of fields have a form.');
  return Object.entries(bare.shape).flatMap(([name, child]) => partOf(name, child as z.ZodType, chapter));
}

/** Zod copies a schema when metadata is attached to it; the copy keeps the definition. */
const isSame = (known: z.ZodType, schema: z.ZodType): boolean => known.def === unwrap(schema).def;

function partOf(name: string, schema: z.ZodType, around: HandbookChapter): FormPart[] {
  const meta = fieldMeta(schema);
  if (!meta) throw new Error(`The field "${name}" has no label; describe it with field() in its schema.`);
  const bare = unwrap(schema);
  const isId = isSame(slug, schema) && !meta.refersTo;
  if (isId || meta.control === 'hidden' || meta.reservedFor || bare instanceof z.ZodLiteral) return [];
  const { label, help } = meta;
  const chapter = chapterOf(name, meta, around);
  const shared = { name, label, help, chapter, required: !schema.safeParse(undefined).success };
  const row = rows[bare.def.type];
  if (!row)
    throw new Error(
      `The small form has no control for the Zod type "${bare.def.type}" of the field "${name}"; add a row to src/cms/small-form/form-parts.ts.`,
    );
  return [{ ...shared, ...row(bare, meta, chapter) } as FormPart];
}

/** One row per Zod type. */
const rows: Record<string, (schema: z.ZodType, meta: FieldMeta, chapter: HandbookChapter) => object> = {
  string: (schema, meta) => ({ type: 'field', control: textControl(schema, meta) }),
  number: (schema) => ({ type: 'field', control: isSame(amount, schema) ? 'amount' : 'number' }),
  boolean: () => ({ type: 'field', control: 'yes-no' }),
  enum: (schema) => ({ type: 'field', control: 'choice', options: optionsOf(schema) }),
  object: (schema, _meta, chapter) => ({
    type: 'group',
    evidence: isSame(evidence, schema),
    parts: formParts(schema, chapter),
  }),
  array: (schema, _meta, chapter) => {
    const item = (schema as z.ZodArray).element as z.ZodType;
    const bare = unwrap(item);
    if (fieldMeta(item)?.refersTo === 'source') return { type: 'field', control: 'sources' };
    if (bare instanceof z.ZodEnum) return { type: 'field', control: 'choices', options: optionsOf(bare) };
    if (bare.def.type === 'string') return { type: 'lines', control: textControl(bare) === 'email' ? 'email' : 'text' };
    return { type: 'list', parts: formParts(item, chapter) };
  },
};

function textControl(schema: z.ZodType, meta?: FieldMeta): Control {
  const { format, maxLength } = schema as z.ZodString;
  if (isSame(currency, schema)) return 'currency';
  if (isSame(isoDate, schema)) return 'day';
  if (isSame(partialDate, schema)) return 'date';
  if (format === 'email') return 'email';
  return meta?.control === 'long-text' || (maxLength ?? 0) > 300 ? 'long-text' : 'text';
}

function optionsOf(schema: z.ZodType): { value: string }[] {
  return (schema as z.ZodEnum).options.map((value) => ({ value: String(value) }));
}

/** The fields of all kinds together, each with the kinds that have it, and the choice of the kind before them. */
function partsOfKinds(union: z.ZodDiscriminatedUnion, chapter: HandbookChapter): FormPart[] {
  const key = union.def.discriminator;
  const kinds = (union.options as z.ZodObject[]).map((option) => ({
    value: String((option.shape[key] as z.ZodLiteral).value),
    label: option.meta()?.title ?? '',
    parts: formParts(option, chapter),
  }));
  const merged = new Map<string, FormPart & { kinds: string[] }>();
  for (const { value, parts } of kinds)
    for (const part of parts) {
      const known = merged.get(part.name);
      merged.set(part.name, { ...part, kinds: [...(known?.kinds ?? []), value] });
    }
  const options = kinds.map(({ value, label }) => ({ value, label }));
  return [
    { type: 'field', name: key, label: KIND, chapter, control: 'choice', required: true, options },
    ...[...merged.values()].map((part) => (part.kinds.length === kinds.length ? { ...part, kinds: undefined } : part)),
  ];
}
