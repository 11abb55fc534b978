import { createRecent } from '../../lib/recent.ts';
import { addressKey } from './address-key.ts';
import { createBuckets, type Allowance } from './buckets.ts';
import { createWaitingKey, readWaitingKey } from './waiting-key.ts';

/** What comes easily, and what comes at all; from one address and from all together. */
export interface Limits {
  /** More than this from one address is suspicious: many people share one, so it costs a wait and no more. */
  easilyFromAddress: Allowance;
  atAllFromAddress: Allowance;
  perDayFromAddress: Allowance;
  easilyFromAll: Allowance;
  atAllFromAll: Allowance;
}

const MINUTE_MS = 60_000;
export const defaultLimits: Limits = {
  easilyFromAddress: { count: 6, withinMs: 10 * MINUTE_MS },
  atAllFromAddress: { count: 60, withinMs: 10 * MINUTE_MS },
  perDayFromAddress: { count: 500, withinMs: 24 * 60 * MINUTE_MS },
  easilyFromAll: { count: 120, withinMs: MINUTE_MS },
  atAllFromAll: { count: 1200, withinMs: MINUTE_MS },
};

export interface Attempt {
  /** The visitor's address; where the server cannot tell it, only the limits for all together hold. */
  address?: string | undefined;
  /** The same submission again has the same one. */
  submission: string;
  formKey: string;
  /** How long the form was open, where the page told. */
  openForMs?: number | undefined;
}

/** `wait`: send the same form with this key after that time. `later`: nothing helps before that time. */
export type Verdict = { ok: true } | { ok: false; kind: 'wait'; until: Date; formKey: string } | { ok: false; kind: 'later'; until: Date };

export interface Guard {
  admit(attempt: Attempt): Verdict;
}

/** Nobody writes what happened in less; programs do. */
const OPEN_MS_MIN = 3000;
/** Long enough to make a flood slow, short enough that a person puts up with it. */
const WAIT_MS = 20_000;
const REMEMBERED = 10_000;

/**
 * Makes the guard of the intake. It refuses nobody for good: on suspicion the form comes back filled in, with a key that
 * works after some seconds; each key is good for one submission, so a program can send no faster than it is made to wait.
 * Everything is counted in this process's memory: with several processes each allows as much, which only makes
 * the limits that much wider and spares every submission a write and a shared lock.
 */
export function createGuard({ secret, clock, limits = defaultLimits }: { secret: string; clock: () => Date; limits?: Limits }): Guard {
  const fromAddress = [createBuckets(limits.atAllFromAddress), createBuckets(limits.perDayFromAddress)];
  const [easyFromAddress, easyFromAll, fromAll] = [limits.easilyFromAddress, limits.easilyFromAll, limits.atAllFromAll].map(createBuckets) as [
    ReturnType<typeof createBuckets>,
    ReturnType<typeof createBuckets>,
    ReturnType<typeof createBuckets>,
  ];
  const admitted = createRecent<true>(REMEMBERED);
  const usedKeys = createRecent<true>(REMEMBERED);
  const judge = (attempt: Attempt, now: Date): Verdict => {
    const time = now.getTime();
    // A second tap or a retry is the same submission, and shows the same case.
    if (admitted.has(attempt.submission)) return { ok: true };
    const visitor = attempt.address && addressKey(secret, attempt.address, now);
    const waitMs = Math.max(fromAll.take('all', time), ...(visitor ? fromAddress.map((buckets) => buckets.take(visitor, time)) : []));
    if (waitMs > 0) return { ok: false, kind: 'later', until: new Date(time + waitMs) };
    const waited = readWaitingKey(secret, attempt.formKey);
    if (waited && !usedKeys.has(attempt.formKey)) {
      if (now < waited.notBefore) return { ok: false, kind: 'wait', until: waited.notBefore, formKey: attempt.formKey };
      usedKeys.set(attempt.formKey, true);
      return { ok: true };
    }
    const hasty = attempt.openForMs !== undefined && attempt.openForMs < OPEN_MS_MIN;
    const crowded = Math.max(easyFromAll.take('all', time), visitor ? easyFromAddress.take(visitor, time) : 0) > 0;
    if (!hasty && !crowded) return { ok: true };
    const until = new Date(time + WAIT_MS);
    return { ok: false, kind: 'wait', until, formKey: createWaitingKey(secret, until) };
  };
  return {
    admit(attempt) {
      const verdict = judge(attempt, clock());
      if (verdict.ok) admitted.set(attempt.submission, true);
      return verdict;
    },
  };
}
