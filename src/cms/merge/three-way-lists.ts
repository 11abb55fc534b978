import type { Conflict, Merged, Path, Versions } from './versions.ts';

interface Lists {
  base: unknown[];
  theirs: unknown[];
  mine: unknown[];
}

type Merge = (versions: Versions, path: Path) => Merged;

/** Members by which a person tells the items of a list apart, the best first. */
const NAMES = ['id', 'what', 'label', 'appliesTo', 'name', 'title', 'metric', 'field', 'number', 'client', 'kind'];

/**
 * Joins two changes of a list item by item. Where nothing was added, taken out or moved, an item is the same one where it
 * stands, also under a new name, though not with another id; else where it bears the same name. Gives nothing where the
 * items cannot be told apart.
 */
export function mergeLists(lists: Lists, path: Path, merge: Merge): Merged | undefined {
  const { base, theirs, mine } = lists;
  if (!isInPlace(base, theirs) || !isInPlace(base, mine)) {
    const named = namedItems(lists);
    return named && mergeNamed(named, path, merge);
  }
  const items = base.map((item, at) => merge({ base: item, theirs: theirs[at], mine: mine[at] }, [...path, at]));
  return { value: items.map(({ value }) => value), conflicts: items.flatMap(({ conflicts }) => conflicts) };
}

/** Whether the items of a list are told apart by their names, because some were added, taken out or moved. */
export function itemsByName(lists: Lists): boolean {
  const { base, theirs, mine } = lists;
  return (!isInPlace(base, theirs) || !isInPlace(base, mine)) && namedItems(lists) !== undefined;
}

/** The name by which an item of a list is known. */
export function itemName(item: unknown): string {
  return typeof item === 'object' && item !== null ? nameOf(item) : String(item);
}

/** Whether a list has as many items as before, and none that is known by its name stands elsewhere. */
function isInPlace(base: unknown[], changed: unknown[]): boolean {
  if (base.length !== changed.length) return false;
  const before = base.map(itemName);
  return changed.every((item, at) => {
    const was = before.indexOf(itemName(item));
    return was === at || before[at] === itemName(item) || (was < 0 && !hasId(item));
  });
}

function hasId(item: unknown): boolean {
  return typeof item === 'object' && item !== null && 'id' in item;
}

type Named = Map<string, unknown>;

/** The three lists by the names of their items, where every item of each has one of its own. */
function namedItems({ base, theirs, mine }: Lists): { base: Named; theirs: Named; mine: Named } | undefined {
  const all = [...base, ...theirs, ...mine];
  if (all.length === 0) return undefined;
  const key = all.every((item) => typeof item === 'string')
    ? String
    : all.every((item) => typeof item === 'object' && item !== null)
      ? nameOf
      : undefined;
  if (!key) return undefined;
  const [b, t, m] = [base, theirs, mine].map((list) => new Map(list.map((item) => [key(item), item])));
  if (!b || !t || !m || b.size < base.length || t.size < theirs.length || m.size < mine.length) return undefined;
  return { base: b, theirs: t, mine: m };
}

function nameOf(item: unknown): string {
  const fields = item as Record<string, unknown>;
  const language = typeof fields.language === 'string' ? `${fields.language} ` : '';
  const name = NAMES.find((candidate) => typeof fields[candidate] === 'string');
  return name ? `${language}${name} ${String(fields[name])}` : '';
}

/** Items in the order of the version that was saved meanwhile; each new one behind the one that it followed. */
function mergeNamed(
  { base, theirs, mine }: { base: Named; theirs: Named; mine: Named },
  path: Path,
  merge: Merge,
): Merged {
  const value: unknown[] = [];
  const conflicts: Conflict[] = [];
  for (const name of orderOf(theirs, mine)) {
    const merged = merge({ base: base.get(name), theirs: theirs.get(name), mine: mine.get(name) }, [
      ...path,
      value.length,
    ]);
    // Taken out by both, or by one while the other left it alone.
    if (merged.value === undefined && merged.conflicts.length === 0) continue;
    conflicts.push(...merged.conflicts);
    // Taken out meanwhile and changed here: it keeps a place, which is empty until somebody has decided.
    value.push(merged.value ?? null);
  }
  return { value, conflicts };
}

function orderOf(theirs: Named, mine: Named): string[] {
  const order = [...theirs.keys()];
  let before = -1;
  for (const name of mine.keys()) {
    const at = order.indexOf(name);
    if (at >= 0) before = at;
    else order.splice(++before, 0, name);
  }
  return order;
}
