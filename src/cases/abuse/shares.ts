import { createBuckets, type Allowance, type Buckets } from './buckets.ts';
import { SHARES, type Network } from './networks.ts';

/** What may come from each network, a larger one having a larger share. */
export interface Shares {
  /**
   * Takes one from every network that a visitor lies in, the narrowest first. Gives 0, or how long to wait (ms) where
   * one is used up.
   */
  take(networks: Network[], now: number): number;
  /** How many were taken from a network and have not come back yet. */
  taken(network: Network, now: number): number;
}

/** Makes buckets for networks of each size, so that many small ones never push out the large one that they lie in. */
export function createShares({ count, withinMs }: Allowance): Shares {
  const bySize = new Map(
    SHARES.map((share): [number, Buckets] => [share, createBuckets({ count: count * share, withinMs })]),
  );
  return {
    take(networks, now) {
      for (const { name, share } of networks) {
        const waitMs = bySize.get(share)?.take(name, now) ?? 0;
        if (waitMs > 0) return waitMs;
      }
      return 0;
    },
    taken: ({ name, share }, now) => bySize.get(share)?.taken(name, now) ?? 0,
  };
}
