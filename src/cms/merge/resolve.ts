import { translationsWithout } from '../small-form/translations-without.ts';
import type { Conflict, Edited, Joined, Path } from './versions.ts';

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
  const { translations } = copy.data;
  if (Array.isArray(translations)) copy.data.translations = withoutTheirs(copy.data, translations as object[]);
  return withoutGone(copy) as Edited;
}

/** The translations without those of items that are to be taken out; those of the items behind move up. */
function withoutTheirs(data: Edited['data'], translations: object[]): object[] {
  const gone = Object.entries(data).flatMap(([list, items]) =>
    Array.isArray(items) ? items.flatMap((item, at) => (item === GONE ? [{ list, at }] : [])) : [],
  );
  return gone
    .filter(({ list }) => list !== 'translations')
    .reduceRight((left, { list, at }) => translationsWithout(left, list, at), translations);
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
