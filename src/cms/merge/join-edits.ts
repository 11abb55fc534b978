import { prune } from '../../lib/yaml/prune.ts';
import { mergeVersions, type Asks } from './three-way.ts';
import { translationsByItem } from './translations-by-item.ts';
import type { Edited, Joined } from './versions.ts';

/** Joins two changes of an entry; `theirs` is absent where it was removed meanwhile. */
export function joinEdits(base: Edited, theirs: Edited | undefined, mine: Edited, asks?: Asks): Joined {
  const [was, now] = [tidy(base), theirs && tidy(theirs)];
  const own = tidy({ ...mine, data: keptEnds(base.data, mine.data) as Edited['data'] });
  if (!now) return { value: mine, conflicts: [{ path: [], base: was, theirs: undefined, mine: own }] };
  const { byItem, byPlace } = translationsByItem({ base: was.data, theirs: now.data, mine: own.data });
  const [before, theirOwn, ours] = [was, now, own].map(({ data, body }) => ({ data: byItem(data), body }));
  const { value, conflicts } = mergeVersions({ base: before, theirs: theirOwn, mine: ours }, [], asks);
  return byPlace({ value: { body: '', ...(value as Partial<Edited>) } as Edited, conflicts });
}

/** What an emptied control of a form leaves behind is no change, and neither are empty lines around a text. */
function tidy({ data, body }: Edited): Edited {
  return { data: (prune(data) ?? {}) as Edited['data'], body: body.trim() };
}

/** Texts with the line ends that they had: forms take them away, and nobody changed them. */
function keptEnds(before: unknown, after: unknown): unknown {
  if (typeof before === 'string' && typeof after === 'string') return before.trim() === after.trim() ? before : after;
  if (Array.isArray(after))
    return after.map((item, at) => keptEnds(Array.isArray(before) ? before[at] : undefined, item));
  if (typeof after !== 'object' || after === null) return after;
  const old = (typeof before === 'object' && before !== null ? before : {}) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(after).map(([key, value]) => [key, keptEnds(old[key], value)]));
}
