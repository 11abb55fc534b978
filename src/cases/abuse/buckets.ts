import { createRecent } from '../../lib/recent.ts';

/** How many may come at once, and in what time that many may come again. */
export interface Allowance {
  count: number;
  withinMs: number;
}

export interface Buckets {
  /** Takes one from a bucket. Gives 0, or how long to wait (ms) where the bucket is empty; nothing is taken then. */
  take(key: string, now: number): number;
  /** How many have been taken from a bucket and not come back yet. */
  taken(key: string, now: number): number;
}

/**
 * Newest buckets kept. One that was dropped counts as full: that is generous, and memory stays flat under any flood.
 */
const BUCKETS_KEPT = 25_000;

/** Makes buckets that fill up again evenly, so nobody has to wait for the end of an hour. */
export function createBuckets({ count, withinMs }: Allowance): Buckets {
  const levels = createRecent<{ level: number; at: number }>(BUCKETS_KEPT);
  const perMs = count / withinMs;
  const levelOf = (key: string, now: number): number => {
    const last = levels.get(key);
    return last ? Math.min(count, last.level + Math.max(0, now - last.at) * perMs) : count;
  };
  return {
    take(key, now) {
      const level = levelOf(key, now);
      levels.set(key, { level: level >= 1 ? level - 1 : level, at: now });
      return level >= 1 ? 0 : Math.ceil((1 - level) / perMs);
    },
    taken: (key, now) => count - levelOf(key, now),
  };
}
