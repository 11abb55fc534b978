import type { Edited, Joined } from './join-edits.ts';
import type { Conflict, Path } from './versions.ts';

/** The name of a conflict's place, as forms know it. */
export const placeName = (path: Path): string => path.join('.');

/** Stands for what is to be taken out, until all places are decided: before that, items would move up. */
const GONE = Symbol('gone');

/** An entry with each contradiction decided. */
export function resolved({ value, conflicts }: Joined, decide: (conflict: Conflict) => unknown): Edited {
  const copy = structuredClone(value);
  // A symbol cannot be cloned, so what was decided goes in afterwards.
  for (const conflict of conflicts) {
    const chosen = decide(conflict);
    if (conflict.path.length === 0) return chosen as Edited;
    put(copy, conflict.path, chosen ?? GONE);
  }
  return withoutGone(copy) as Edited;
}

function put(whole: Edited, path: Path, value: unknown): void {
  let at = whole as unknown as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = (at[key] ??= {}) as Record<string | number, unknown>;
  at[path.at(-1) ?? ''] = value;
}

function withoutGone(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== GONE).map(withoutGone);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (part === GONE ? [] : [[key, withoutGone(part)]])),
  );
}
