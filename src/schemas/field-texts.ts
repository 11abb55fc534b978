import * as z from 'zod';
import { collections, deskKinds } from './collections.ts';
import { closedGroups, fieldGroups } from './field-groups.ts';
import { fieldMeta } from './field.ts';
import { unwrap } from './walk.ts';

/** What a form says of fields beside what their schemas say: of the kind of an item, of lists without a word, of the body. */
export const KIND = 'Kind';
export const ITEM = 'Item';
export const BODY = 'Further text';

/** The words of the fields that are edited at the desk, by the English ones; those of choices by their values. */
export interface FieldTexts {
  /** Labels, names of groups and kinds, and words for one item or several. */
  labels: Record<string, string>;
  help: Record<string, string>;
  choices: Record<string, string>;
  /** What a form adds to them. */
  said: typeof said;
}

const said = {
  item: 'item {n}',
  leftEmpty: 'Left empty it means “{value}”.',
  form: 'Write it in the form shown.',
};

/**
 * What the schemas say of every field that is edited at the desk, in English: the file `desk-fields.json`, which other
 * languages translate. A label changed in a schema is missing there until it is translated anew.
 */
export function fieldTexts(): FieldTexts {
  const labels = new Set<string>([KIND, ITEM, BODY, ...Object.values({ ...fieldGroups, ...closedGroups })]);
  const help = new Set<string>();
  const choices = new Map<string, string>();
  const note = (schema: z.ZodType): void => {
    const meta = fieldMeta(schema);
    if (meta?.reservedFor || meta?.control === 'hidden') return;
    for (const text of [meta?.label, meta?.one, meta?.many]) if (text) labels.add(text);
    if (meta?.help) help.add(meta.help);
    const bare = unwrap(schema);
    if (bare instanceof z.ZodEnum)
      for (const value of bare.options) choices.set(String(value), choiceInEnglish(String(value)));
    for (const part of partsOf(bare)) note(part);
  };
  for (const kind of deskKinds) note(collections[kind].schema);
  return { labels: sorted(labels), help: sorted(help), choices: Object.fromEntries([...choices].sort()), said };
}

/** A value of a choice in English words. */
export function choiceInEnglish(value: string): string {
  return inOtherWords.get(value) ?? value.replaceAll('-', ' ');
}

/** Values that say too little by themselves. */
const inOtherWords = new Map([
  ['foi', 'freedom of information'],
  ['fixed', 'a fixed time'],
  ['continuous', 'continuous, without an end'],
]);

function partsOf(bare: z.ZodType): z.ZodType[] {
  if (bare instanceof z.ZodObject) return Object.values(bare.shape) as z.ZodType[];
  if (bare instanceof z.ZodArray) return [bare.element as z.ZodType];
  return bare instanceof z.ZodDiscriminatedUnion ? (bare.options as z.ZodType[]) : [];
}

/** Each text by itself, in one order whatever that of the fields is. */
function sorted(texts: Set<string>): Record<string, string> {
  return Object.fromEntries([...texts].sort().map((text) => [text, text]));
}
