import type * as z from 'zod';
import { closedGroups, fieldGroups, type FieldGroup } from '../../schemas/field-groups.ts';
import { fieldMeta } from '../../schemas/field.ts';
import { plainFieldWords, type FieldWords } from '../../schemas/field-words.ts';
import type { DecapField } from './fields.ts';

/** The field that every schema has for translations (src/schemas/translation.ts). */
const TRANSLATIONS_FIELD = 'translations';

/**
 * The fields of a form in the order of the published page, each group behind a heading that folds it
 * (src/cms/editor/group-control.ts). A form whose fields name no group stays as it is; one that has groups needs one for
 * each of its fields that is shown, or throws. `groupOf` tells the group of a field that the schema does not have.
 */
export function groupedFields(
  schema: z.ZodObject,
  fields: DecapField[],
  groupOf: Record<string, FieldGroup> = {},
  words: FieldWords = plainFieldWords(),
): DecapField[] {
  const metaOf = (name: string) => {
    const child = schema.shape[name] as z.ZodType | undefined;
    return child && fieldMeta(child);
  };
  if (!fields.some(({ name }) => metaOf(name)?.group)) return fields;
  const members = new Map<string, DecapField[]>();
  const hidden = fields.filter(({ widget }) => widget === 'hidden');
  for (const field of fields.filter((each) => !hidden.includes(each))) {
    const meta = metaOf(field.name);
    const rest = field.name === TRANSLATIONS_FIELD ? 'translations' : meta?.rare ? 'rare' : undefined;
    const group = rest ?? meta?.group ?? groupOf[field.name];
    if (!group) throw new Error(`The field "${field.name}" needs a group, or \`rare\`, in its schema.`);
    members.set(group, [...(members.get(group) ?? []), field]);
  }
  return [
    ...Object.entries({ ...fieldGroups, ...closedGroups }).flatMap(([id, label]) => {
      const inside = members.get(id) ?? [];
      const closed = Object.hasOwn(closedGroups, id);
      return inside.length > 0 ? [heading(id, words.label(label), closed, inside), ...inside] : [];
    }),
    ...hidden,
  ];
}

/** A control without a value; Decap never writes it into an entry. */
function heading(id: string, label: string, closed: boolean, inside: DecapField[]): DecapField {
  return {
    name: `group-${id}`,
    label,
    widget: 'group',
    required: false,
    closed,
    members: inside.map(({ name }) => name),
  };
}
