import { isDeepStrictEqual } from 'node:util';
import { nextSourceId } from '../../lib/next-source-id.ts';
import type { Source } from '../../schemas/provenance.ts';

/**
 * The ids of sources that a change added, each with the one that it is to have beside what others added meanwhile: another
 * where theirs has the same id, and that of theirs where it is the same page or document.
 */
export function renumberedSources(versions: { base: Source[]; theirs: Source[]; mine: Source[] }): Map<string, string> {
  const { base, theirs, mine } = versions;
  const known = new Set(base.map(({ id }) => id));
  const taken = new Set([...base, ...theirs, ...mine].map(({ id }) => id));
  const renumbered = new Map<string, string>();
  for (const source of mine) {
    if (known.has(source.id)) continue;
    const same = theirs.find((other) => !known.has(other.id) && isSame(other, source));
    const clashes = theirs.some(({ id }) => id === source.id);
    const id = same?.id ?? (clashes ? nextSourceId(taken) : source.id);
    taken.add(id);
    if (id !== source.id) renumbered.set(source.id, id);
  }
  return renumbered;
}

/** Whether two entries of a list of sources name one page or document. */
function isSame(one: Source, other: Source): boolean {
  const named = ({ url, title, publishedOn }: Source): unknown => (url ? { url, publishedOn } : { title, publishedOn });
  return isDeepStrictEqual(named(one), named(other));
}

/** A value of an entry with other ids of its sources, in the list of them and wherever one is cited. */
export function withSourceIds<T>(value: T, ids: ReadonlyMap<string, string>): T {
  if (ids.size === 0) return value;
  const renamed = (id: unknown): unknown => (typeof id === 'string' ? (ids.get(id) ?? id) : id);
  const of = (part: unknown, key?: string): unknown => {
    if (Array.isArray(part))
      return part.map((item: unknown) => {
        if (key !== 'sources') return of(item);
        if (typeof item !== 'object' || item === null) return renamed(item);
        return { ...item, id: renamed((item as Source).id) };
      });
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, of(inner, name)]));
  };
  return of(value) as T;
}
