import type { FieldPath } from '../schemas/walk.ts';
import type { ContentProblem } from './problem.ts';
import type { Entry } from './read-entry.ts';

/** What is wrong with a field of an entry, with the line on which it stands where that is known. */
export function problemAt(entry: Entry, path: FieldPath, message: string, remedy: string): ContentProblem {
  const line = entry.lineOf(path);
  return {
    file: entry.file,
    ...(line === undefined ? {} : { line }),
    ...(path.length > 0 ? { field: path.join('.') } : {}),
    message,
    remedy,
  };
}
