import type * as z from 'zod';
import { fieldGroups, type FieldGroup } from '../../schemas/field-groups.ts';
import { fieldMeta } from '../../schemas/field.ts';
import type { DecapField } from './fields.ts';

/** Groups that come after those of the page and stand closed: most entries do without what is in them. */
const RARE = { id: 'rare', label: 'Rarely needed' };
const TRANSLATIONS = { id: 'translations', label: 'Translations' };

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
    const rest = field.name === TRANSLATIONS_FIELD ? TRANSLATIONS.id : meta?.rare ? RARE.id : undefined;
    const group = rest ?? meta?.group ?? groupOf[field.name];
    if (!group) throw new Error(`The field "${field.name}" needs a group, or \`rare\`, in its schema.`);
    members.set(group, [...(members.get(group) ?? []), field]);
  }
  const groups = [...Object.entries(fieldGroups).map(([id, label]) => ({ id, label })), RARE, TRANSLATIONS];
  return [
    ...groups.flatMap(({ id, label }) => {
      const inside = members.get(id) ?? [];
      const closed = id === RARE.id || id === TRANSLATIONS.id;
      return inside.length > 0 ? [heading(id, label, closed, inside), ...inside] : [];
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
