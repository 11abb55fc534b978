import { isDeepStrictEqual } from 'node:util';

/** A field that says something else; `undefined` where it was not there, or is not there any more. */
export interface FieldChange {
  field: string;
  from: unknown;
  to: unknown;
}

/** The fields in which two versions of a file differ, each as deep as the difference lies: fees.0.amount. */
export function fieldChanges(before: unknown, after: unknown, path: string[] = []): FieldChange[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (!isGroup(before) || !isGroup(after) || Array.isArray(before) !== Array.isArray(after))
    return [{ field: path.join('.'), from: before, to: after }];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => fieldChanges(before[key], after[key], [...path, key]));
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
