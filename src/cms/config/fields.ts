import * as z from 'zod';
import { fieldMeta, innerSchema, type FieldMeta } from '../../schemas/field.ts';
import { ITEM } from '../../schemas/field-texts.ts';
import { plainFieldWords, type FieldWords } from '../../schemas/field-words.ts';
import { chapterOf, type HandbookChapter } from '../../schemas/handbook-chapter.ts';
import { unwrap } from '../../schemas/walk.ts';
import { localePath } from '../../lib/locales.ts';
import { texts } from '../../texts/texts.ts';
import { ownControl, ownList } from './own-controls.ts';
import { summaryOf } from './summary.ts';

/** One field of Decap's configuration. */
export interface DecapField {
  name: string;
  label: string;
  widget: string;
  hint?: string;
  required?: boolean;
  [setting: string]: unknown;
}

interface FieldContext {
  name: string;
  meta: FieldMeta;
  making: Making;
}

/** How the fields of a form are made. */
interface Making {
  /** In which language they are called. */
  words: FieldWords;
  /** Inside a group that may be left out, nothing can be required by the form; the server still requires it. */
  optionalGroup?: boolean;
  /** The chapter of the handbook on the field around; absent for the fields of the entry itself. */
  around?: HandbookChapter;
}

interface Settings {
  widget: string;
  [setting: string]: unknown;
}
type Row = (schema: z.ZodType, context: FieldContext) => Settings;

/** The form fields of an object schema. A field without a label and a type without a row below throw. */
export function decapFields(schema: z.ZodObject, making: Making = { words: plainFieldWords() }): DecapField[] {
  return Object.entries(schema.shape).map(([name, child]) => decapField(name, child as z.ZodType, making));
}

/** The form field of one schema. */
export function decapField(name: string, schema: z.ZodType, making: Making): DecapField {
  const { words, optionalGroup = false, around } = making;
  const meta = fieldMeta(schema);
  if (!meta) throw new Error(`The field "${name}" has no label; describe it with field() in its schema.`);
  const bare = unwrap(schema);
  const type = bare.def.type;
  const row = rows[type];
  if (!row)
    throw new Error(
      `The CMS has no form control for the Zod type "${type}" of the field "${name}"; add a row to src/cms/config/fields.ts.`,
    );
  const required = !mayBeLeftOut(schema) && !optionalGroup;
  const fallback = defaultOf(schema);
  const chapter = chapterOf(name, meta, around);
  // The help of a reference tells how its id is written in a file; here it is looked for by its name.
  const isReference = meta.refersTo ?? metaOfItems(bare)?.refersTo ?? meta.control === 'successor';
  const inner = { words, optionalGroup: optionalGroup || mayBeLeftOut(schema), around: chapter };
  const { widget, ...settings } = row(bare, { name, meta, making: inner });
  return {
    name,
    label: words.label(meta.label),
    widget,
    ...hintOf(isReference ? { label: meta.label } : meta, fallback, { words, chapter, isWithin: around !== undefined }),
    required,
    ...settings,
    ...own(meta, bare),
    ...(meta.control === 'hidden' || meta.reservedFor ? { widget: 'hidden', required: false } : {}),
  };
}

/** What is said of the items of a list. */
function metaOfItems(bare: z.ZodType): FieldMeta | undefined {
  return bare instanceof z.ZodArray ? fieldMeta(bare.element as z.ZodType) : undefined;
}

/** A control that the field or its schema asks for, in place of the one for its type. */
function own(meta: FieldMeta, bare: z.ZodType): { widget?: string } {
  const widget = meta.control === 'id' ? 'desk-id' : meta.control === 'successor' ? 'desk-successor' : ownControl(bare);
  return widget ? { widget } : {};
}

/** One row per Zod type. */
const rows: Record<string, Row> = {
  string: stringSettings,
  number: (schema) => {
    const { minValue, maxValue, format } = schema as z.ZodNumber;
    const limit = (value: number | null): value is number =>
      value !== null && Number.isFinite(value) && Math.abs(value) < Number.MAX_SAFE_INTEGER;
    return {
      widget: 'desk-number',
      value_type: format === 'safeint' ? 'int' : 'float',
      ...(limit(minValue) ? { min: minValue } : {}),
      ...(limit(maxValue) ? { max: maxValue } : {}),
    };
  },
  // The kind of a union's option is chosen with the option itself, so this row is never shown.
  literal: () => ({ widget: 'hidden' }),
  boolean: () => ({ widget: 'desk-yes-no', required: false }),
  enum: (schema, { making: { words } }) => ({ widget: 'desk-choice', options: enumOptions(schema, words) }),
  object: (schema, { making, meta }) => ({
    widget: 'desk-group',
    fields: decapFields(schema as z.ZodObject, making),
    summary: summaryOf(Object.keys((schema as z.ZodObject).shape)) ?? making.words.label(meta.label),
  }),
  array: listSettings,
};

function stringSettings(schema: z.ZodType, { meta, making: { words } }: FieldContext): Settings {
  const { maxLength } = schema as z.ZodString;
  const limit = maxLength === null ? {} : { maxLength };
  if (meta.refersTo) return { widget: 'desk-reference', refersTo: meta.refersTo };
  const form = patternOf(schema, words);
  // What has a form, such as a web address, is one line however long it may be.
  const isLong = meta.control === 'prose' || meta.control === 'long-text' || (!form.pattern && (maxLength ?? 0) > 300);
  return isLong ? { widget: 'desk-text', ...limit } : { widget: 'desk-line', ...limit, ...form };
}

function listSettings(schema: z.ZodType, { name, meta, making }: FieldContext): Settings {
  const { words } = making;
  const element = (schema as z.ZodArray).element as z.ZodType;
  const bare = unwrap(element);
  const elementMeta = metaOfItems(schema);
  const list = {
    widget: ownList(bare) ?? 'desk-list',
    label_singular: words.label(meta.one ?? elementMeta?.label ?? meta.label),
    ...(meta.many ? { label_plural: words.label(meta.many) } : {}),
  };
  if (bare instanceof z.ZodDiscriminatedUnion)
    return { ...list, typeKey: bare.def.discriminator, types: unionTypes(name, bare, making) };
  if (bare instanceof z.ZodObject)
    return {
      ...list,
      fields: decapFields(bare, { words, around: making.around }),
      summary: summaryOf(Object.keys(bare.shape)) ?? words.label(meta.label),
    };
  if (bare instanceof z.ZodEnum) return { widget: 'desk-choices', options: enumOptions(bare, words) };
  if (elementMeta?.refersTo) return { widget: 'desk-references', refersTo: elementMeta.refersTo };
  // An item that is just that is called what the list is.
  const isNamed = elementMeta && elementMeta.label !== ITEM;
  if (bare.def.type === 'string')
    return {
      ...list,
      widget: 'desk-lines',
      field: decapField('item', isNamed ? element : element.meta({ title: meta.label }), {
        words,
        around: making.around,
      }),
    };
  throw new Error(
    `The CMS has no list control for items of the Zod type "${bare.def.type}" in the field "${name}"; add it to src/cms/config/fields.ts.`,
  );
}

function unionTypes(name: string, union: z.ZodDiscriminatedUnion, { words, around }: Making): DecapField[] {
  const key = union.def.discriminator;
  return (union.options as z.ZodObject[]).map((option) => {
    const literal = option.shape[key];
    const title = option.meta()?.title;
    if (!(literal instanceof z.ZodLiteral) || !title)
      throw new Error(`Each kind of "${name}" needs a literal "${key}" and a title, given with .meta({ title }).`);
    const label = words.label(title);
    const fields = decapFields(option, { words, around }).filter((field) => field.name !== key);
    return {
      name: String(literal.value),
      label,
      widget: 'desk-group',
      fields,
      summary: summaryOf(
        fields.map((field) => field.name),
        label,
      ),
    };
  });
}

/**
 * The pattern that the form checks while one types, with the schema's own message. The server checks it again.
 */
function patternOf(schema: z.ZodType, { said }: FieldWords): { pattern?: [string, string] } {
  for (const check of schema.def.checks ?? []) {
    const definition = check._zod.def as { check: string; format?: string; pattern?: RegExp };
    if (definition.check !== 'string_format' || definition.format !== 'regex' || !definition.pattern) continue;
    const message = schema.safeParse('\n').error?.issues.find((issue) => issue.code === 'invalid_format')?.message;
    return { pattern: [definition.pattern.source, message ?? said.form] };
  }
  return {};
}

function enumOptions(schema: z.ZodType, words: FieldWords): { label: string; value: string }[] {
  return (schema as z.ZodEnum).options.map(String).map((value) => ({ label: words.choice(value), value }));
}

/** Entries leave out what goes without saying, so an empty control must say what it means. */
function hintOf(
  meta: FieldMeta,
  fallback: unknown,
  { words, chapter, isWithin }: { words: FieldWords; chapter: HandbookChapter; isWithin: boolean },
): { hint?: string } {
  const empty =
    typeof fallback === 'string' || typeof fallback === 'number'
      ? words.said.leftEmpty({ value: words.choice(String(fallback)) })
      : '';
  const help = [meta.help && words.help(meta.help), empty].filter(Boolean).join(' ');
  // A field within another that needs no help has the chapter of the other, a line above.
  if (help === '' && isWithin) return {};
  const m = texts('desk-handbook', words.language);
  const more = m.about({ chapter: m.chapters[chapter].title });
  return { hint: `${help} [${more}](${localePath(words.language, `/desk/handbook/${chapter}/`)})`.trim() };
}

/** True where the schema takes a value without this field: optional and defaulted fields. */
function mayBeLeftOut(schema: z.ZodType): boolean {
  return schema.safeParse(undefined).success;
}

/**
 * What the schema assumes where the field is empty. It becomes a hint, not Decap's `default`: that would put
 * a half-filled first item into every list of a new entry.
 */
function defaultOf(schema: z.ZodType): unknown {
  if (schema instanceof z.ZodDefault) {
    const value: unknown = schema.def.defaultValue;
    return Array.isArray(value) && value.length === 0 ? undefined : value;
  }
  const inner = innerSchema(schema);
  return inner ? defaultOf(inner) : undefined;
}
