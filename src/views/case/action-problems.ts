import type { FieldProblems } from '../../schemas/cases/problems.ts';

/** Problems under the ids that the fields of an action's form bear on the page. */
export function prefixed(action: string, problems: FieldProblems): FieldProblems {
  return Object.fromEntries(Object.entries(problems).map(([field, problem]) => [`${action}-${field}`, problem]));
}
