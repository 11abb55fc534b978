import { networksOf } from './networks.ts';
import { shareOf } from './share-of.ts';

const MINUTE_MS = 60_000;
/** Failed tries count for so long, in memory alone: nothing made from an address outlives it. */
const WINDOW_MS = 15 * MINUTE_MS;
/** Enough for honest slips with a secret of 27 characters. */
const AT_ONE_DOOR_MAX = 5;
const BY_ONE_VISITOR_MAX = 30;
/** A browser stays with one of several processes for a while, and whoever copies a secret slips more than once. */
const SLIPS_MIN = 3;
/**
 * After so many failures at one door by anybody, whoever has failed there once has to wait. Others come in: nobody can
 * lock a citizen out.
 */
const AT_DOOR_BY_ALL_MAX = 100;
const REMEMBERED_MAX = 50_000;

/** A try that may go on; say what came of it. */
export interface Admitted {
  ok: true;
  ended(opened: boolean): void;
}

/** Counts tries with wrong secrets, per case and per visitor. */
export interface Tries {
  /**
   * `door`: what is tried, such as a reference, whether or not it exists. Without an address all visitors count as one
   * at each door.
   */
  admit(door: string, address: string | undefined): Admitted | { ok: false; until: Date };
}

/**
 * Makes a counter of wrong secrets. A try counts from its beginning, so that many at once are not all let in, and is
 * taken back when it opened something. Who is refused is told so before anything is looked up: the answer is the same,
 * and as quick, for a case that does not exist. A visitor is an IPv4 address or an IPv6 /64.
 */
export function createTries({ clock, processes = 1 }: { clock: () => Date; processes?: number }): Tries {
  const atOneDoorMax = shareOf(AT_ONE_DOOR_MAX, processes, SLIPS_MIN);
  const byOneVisitorMax = shareOf(BY_ONE_VISITOR_MAX, processes, SLIPS_MIN);
  const atDoorByAllMax = shareOf(AT_DOOR_BY_ALL_MAX, processes);
  const counts = new Map<string, { count: number; since: number }>();
  let sweep: NodeJS.Timeout | undefined;
  /** Nobody may come for the whole night. */
  const sweepLater = (): void => {
    sweep ??= setTimeout(() => {
      sweep = undefined;
      forgetOld(counts, clock().getTime());
      if (counts.size > 0) sweepLater();
    }, MINUTE_MS).unref();
  };
  const read = (key: string, now: number): { count: number; since: number } => {
    const found = counts.get(key);
    return found && now - found.since < WINDOW_MS ? found : { count: 0, since: now };
  };
  const add = (key: string, by: 1 | -1, now: number): void => {
    const { count, since } = read(key, now);
    // One that goes on keeps its place, so that the oldest stand first.
    if (since === now || count + by <= 0) counts.delete(key);
    if (count + by > 0) counts.set(key, { count: count + by, since });
    if (counts.size > REMEMBERED_MAX) forget(counts, now);
  };
  return {
    admit(door, address) {
      const now = clock().getTime();
      forgetOld(counts, now);
      const visitor = address === undefined ? undefined : (networksOf(address)[0]?.name ?? address);
      const here = `here:${visitor ?? ''}:${door}`;
      const keys = [`door:${door}`, ...(visitor === undefined ? [] : [here, `visitor:${visitor}`])];
      const [atDoor, byVisitorHere, byVisitor] = keys.map((key) => read(key, now));
      const isCrowded = (atDoor?.count ?? 0) >= atDoorByAllMax;
      const refusing = [
        ...(isCrowded && (byVisitorHere?.count ?? 1) > 0 ? [atDoor] : []),
        ...((byVisitorHere?.count ?? 0) >= atOneDoorMax ? [byVisitorHere] : []),
        ...((byVisitor?.count ?? 0) >= byOneVisitorMax ? [byVisitor] : []),
      ];
      if (refusing.length > 0)
        return { ok: false, until: new Date(Math.max(...refusing.map((full) => full?.since ?? now)) + WINDOW_MS) };
      for (const key of keys) add(key, 1, now);
      sweepLater();
      return {
        ok: true,
        ended(opened) {
          if (opened) for (const key of keys) add(key, -1, now);
        },
      };
    },
  };
}

/** The oldest stand first. */
function forgetOld(counts: Map<string, { since: number }>, now: number): void {
  for (const [key, { since }] of counts) {
    if (now - since < WINDOW_MS) return;
    counts.delete(key);
  }
}

function forget(counts: Map<string, { since: number }>, now: number): void {
  forgetOld(counts, now);
  for (const key of counts.keys()) {
    if (counts.size <= REMEMBERED_MAX) return;
    counts.delete(key);
  }
}
