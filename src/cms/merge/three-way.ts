import { isDeepStrictEqual } from 'node:util';
import { mergeLists } from './three-way-lists.ts';
import type { Conflict, Merged, Path, Versions } from './versions.ts';

/** What a person is asked: what both changed, each in their own way, or whatever the two versions differ in. */
export type Asks = 'contradictions' | 'each';

/**
 * Joins two changes of one value. What only one of them changed is taken over, unless each is asked for; groups are
 * joined field by field, lists item by item where their items can be told apart. Whatever is left is a conflict that a
 * person decides: nothing of either is dropped without a word.
 */
export function mergeVersions(versions: Versions, path: Path = [], asks: Asks = 'contradictions'): Merged {
  const { base, theirs, mine } = versions;
  if (isDeepStrictEqual(mine, theirs)) return { value: theirs, conflicts: [] };
  if (asks === 'contradictions') {
    if (isDeepStrictEqual(mine, base)) return { value: theirs, conflicts: [] };
    if (isDeepStrictEqual(theirs, base)) return { value: mine, conflicts: [] };
  }
  if (isGroup(theirs) && isGroup(mine) && isOneKind(theirs, mine))
    return mergeGroups({ base: isGroup(base) ? base : {}, theirs, mine }, path, asks);
  if (Array.isArray(theirs) && Array.isArray(mine)) {
    const lists = { base: Array.isArray(base) ? base : [], theirs, mine };
    const merged = mergeLists(lists, path, (items, at) => mergeVersions(items, at, asks));
    if (merged) return merged;
  }
  return { value: theirs, conflicts: [{ path, base, theirs, mine }] };
}

type Group = Record<string, unknown>;

/** Fields in the order of the version that was saved meanwhile; those that only the other one has come last. */
function mergeGroups(
  { base, theirs, mine }: { base: Group; theirs: Group; mine: Group },
  path: Path,
  asks: Asks,
): Merged {
  const conflicts: Conflict[] = [];
  const value: Group = {};
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const merged = mergeVersions({ base: base[key], theirs: theirs[key], mine: mine[key] }, [...path, key], asks);
    conflicts.push(...merged.conflicts);
    if (merged.value !== undefined) value[key] = merged.value;
  }
  return { value, conflicts };
}

/** A fee that became free and one with another amount have no fields to be joined: they are two answers to one question. */
function isOneKind(theirs: Group, mine: Group): boolean {
  return theirs.kind === mine.kind;
}

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
