import type { ContentProblem } from '../../register/problem.ts';
import { collections } from '../../schemas/collections.ts';
import { fieldLabel } from './field-label.ts';

/**
 * The place of a problem in the words of the forms, with its file: "Costs, item 1, Amount (content/services/…,
 * line 12)".
 */
export function placeOf({ file, field, line }: ContentProblem): string {
  const collection = Object.values(collections).find(({ folder }) => file.startsWith(`content/${folder}/`));
  const where = line === undefined ? file : `${file}, line ${line}`;
  if (!collection || !field) return where;
  return `${fieldLabel(collection.schema, undefined, fieldSteps(field))} (${where})`;
}

/** The steps of a field's path, in which the numbers count the items of a list. */
export function fieldSteps(field: string): (string | number)[] {
  return field
    .split('.')
    .filter(Boolean)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
