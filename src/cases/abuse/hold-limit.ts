import { addressKey } from './address-key.ts';
import { createBuckets } from './buckets.ts';

/** Keeps one visitor from filling up the room in which files wait until their form is sent. */
export interface HoldLimit {
  mayHold(address: string | undefined, files: number): boolean;
}

/** Many people share an address; each of them sends a form or two. */
const FILES_OF_ONE = { count: 60, withinMs: 10 * 60_000 };

/** Makes the limit. It counts in this process's memory, by a hash of the address that changes hourly. */
export function createHoldLimit({ secret, clock }: { secret: string; clock: () => Date }): HoldLimit {
  const buckets = createBuckets(FILES_OF_ONE);
  return {
    mayHold(address, files) {
      if (!address) return true;
      const now = clock();
      const visitor = addressKey(secret, address, now);
      return Array.from({ length: files }, () => buckets.take(visitor, now.getTime())).every((waitMs) => waitMs === 0);
    },
  };
}
