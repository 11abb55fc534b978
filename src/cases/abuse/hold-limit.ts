import { createHourly } from './hourly.ts';
import { allowanceOf } from './share-of.ts';
import { createShares } from './shares.ts';

/** Keeps one visitor from filling up the room in which files wait until their form is sent. */
export interface HoldLimit {
  mayHold(address: string | undefined, files: number): boolean;
}

/**
 * Many people share an address; each of them sends a form or two. A larger network has a larger share, see
 * `networks.ts`.
 */
const FILES_OF_ONE = { count: 60, withinMs: 10 * 60_000 };

/** Makes the limit, or the share of one of several processes. It counts in this process's memory, for an hour at most. */
export function createHoldLimit({ clock, processes = 1 }: { clock: () => Date; processes?: number }): HoldLimit {
  const hourOf = createHourly(() => createShares(allowanceOf(FILES_OF_ONE, processes)));
  return {
    mayHold(address, files) {
      if (!address) return true;
      const now = clock();
      const { counts, networksIn } = hourOf(now);
      const networks = networksIn(address);
      return Array.from({ length: files }, () => counts.take(networks, now.getTime())).every((waitMs) => waitMs === 0);
    },
  };
}
