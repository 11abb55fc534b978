import { shareOf } from './share-of.ts';

/**
 * How many submissions a second the machine is taken to bear: at the start, and between which bounds what it does may
 * move that.
 */
export interface RateOptions {
  /** How many processes share what the machine bears. */
  processes?: number;
  perSecond?: number;
}

/** What the machine bears, learned from how long submissions wait to be saved. */
export interface IntakeRate {
  /** Takes a place for one that comes by itself. Gives 0, or how long until there is one (ms). */
  takeEasily(now: number): number;
  /**
   * Takes a place for one that has waited or worked: of those kept for them, or else of the others. Gives 0 or how long
   * (ms).
   */
  takeEarned(now: number): number;
  /**
   * How many times what comes easily has come, and up to 5 as the places kept for those who waited or worked are
   * used up.
   */
  pressure(now: number): number;
  /** One is on its way to the disk. Call what it gives when it is there, or has failed. */
  begin(now: number): (now: number) => void;
  /** Submissions a second that are let in now. */
  perSecond(): number;
}

/*
 * Measured with both posts of a citizen and everything on (src/docs/scale.md, "Intake"): two cores that many others
 * wanted took 176 a second, with 3 ms for a durable insert; the same two alone took 5,112 to 9,460, depending on the
 * disk. It starts near the first, where a wrong guess costs a busy machine a second of waiting, and may grow beyond the
 * last. At a quarter a second it is where a free machine is within twenty seconds.
 */
const START_PER_SECOND = 200;
const [MIN_PER_SECOND, MAX_PER_SECOND] = [2, 10_000];
/** Part of the rate that is kept for those who have waited or worked. */
const KEPT = 0.3;
/** So many seconds' worth may come at once. */
const BURST_S = 10;
/** Somebody who waits longer than this for the page after sending presses again. */
const QUEUE_MAX_MS = 1000;
/** As long as saving takes less than this, the machine bears more. */
const QUICK_MS = 250;
const CHANGE_EVERY_MS = 1000;

/**
 * Makes the rate at which all together are let in. It grows by a quarter a second while places run short and saving is
 * quick, and shrinks by as much while saving is slow, so it follows the machine, its disk and what else runs there; no
 * constant says how much a country may send.
 */
export function createIntakeRate({
  processes = 1,
  perSecond = shareOf(START_PER_SECOND, processes),
}: RateOptions = {}): IntakeRate {
  const [least, most] = [shareOf(MIN_PER_SECOND, processes), shareOf(MAX_PER_SECOND, processes)];
  let rate = perSecond;
  let changedAt = -Infinity;
  const underWay = new Map<symbol, number>();
  /** All that came by itself, let in or not; it runs off as fast as what is let in. */
  let asked = { count: 0, at: 0 };
  const places = { easily: createPlaces(), earned: createPlaces() };
  const easilyPerSecond = (): number => rate * (1 - KEPT);
  const waitsTooLong = (now: number): boolean => {
    const [oldest = now] = underWay.values();
    return now - oldest > QUEUE_MAX_MS;
  };
  const askedBy = (now: number): number =>
    Math.max(0, asked.count - (Math.max(0, now - asked.at) / 1000) * easilyPerSecond());
  const change = (factor: number, now: number): void => {
    if (now - changedAt < CHANGE_EVERY_MS) return;
    changedAt = now;
    rate = Math.min(most, Math.max(least, rate * factor));
  };
  return {
    takeEasily(now) {
      asked = { count: askedBy(now) + 1, at: now };
      return waitsTooLong(now) ? QUEUE_MAX_MS : places.easily.take(easilyPerSecond(), now);
    },
    takeEarned(now) {
      const kept = places.earned.take(rate * KEPT, now);
      return kept && Math.min(kept, places.easily.take(easilyPerSecond(), now));
    },
    pressure(now) {
      const times = askedBy(now) / (easilyPerSecond() * BURST_S);
      return Math.max(times, 5 * places.earned.used(rate * KEPT, now));
    },
    begin(now) {
      const id = Symbol();
      underWay.set(id, now);
      return (then) => {
        underWay.delete(id);
        if (then - now > QUEUE_MAX_MS) change(0.8, then);
        else if (then - now < QUICK_MS && places.easily.used(easilyPerSecond(), then) > 0.5) change(1.25, then);
      };
    },
    perSecond: () => rate,
  };
}

/** Places that come back evenly, at a rate that may change from one time to the next. */
function createPlaces() {
  let level: { free: number; at: number } | undefined;
  const freeAt = (perSecond: number, now: number): number => {
    const most = Math.max(1, perSecond * BURST_S);
    return level ? Math.min(most, level.free + (Math.max(0, now - level.at) / 1000) * perSecond) : most;
  };
  return {
    take(perSecond: number, now: number): number {
      const free = freeAt(perSecond, now);
      level = { free: free >= 1 ? free - 1 : free, at: now };
      return free >= 1 ? 0 : Math.ceil(((1 - free) / perSecond) * 1000);
    },
    /** The part that is used up: 0 where all are free, 1 where none is. */
    used: (perSecond: number, now: number): number => {
      const free = freeAt(perSecond, now);
      return free < 1 ? 1 : 1 - free / Math.max(1, perSecond * BURST_S);
    },
  };
}
