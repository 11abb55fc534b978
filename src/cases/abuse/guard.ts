import { createRecent } from '../../lib/recent.ts';
import { addressKey, mailboxKey } from './address-key.ts';
import { createBuckets, type Allowance } from './buckets.ts';
import { bitsFor, WAIT_MS } from './proof-challenge.ts';
import { isProof } from './verify-proof.ts';
import { createWaitingKey, readWaitingKey } from './waiting-key.ts';

/** What comes easily, and what comes at all; from one address and from all together. */
export interface Limits {
  /** More than this from one address is suspicious: many people share one, so it costs a wait and no more. */
  easilyFromAddress: Allowance;
  atAllFromAddress: Allowance;
  perDayFromAddress: Allowance;
  easilyFromAll: Allowance;
  atAllFromAll: Allowance;
  /** Each brings a mail to whoever is named, and nobody has proved that they asked for it. */
  toMailbox: Allowance;
}

const MINUTE_MS = 60_000;
export const defaultLimits: Limits = {
  easilyFromAddress: { count: 6, withinMs: 10 * MINUTE_MS },
  atAllFromAddress: { count: 60, withinMs: 10 * MINUTE_MS },
  perDayFromAddress: { count: 500, withinMs: 24 * 60 * MINUTE_MS },
  easilyFromAll: { count: 120, withinMs: MINUTE_MS },
  atAllFromAll: { count: 1200, withinMs: MINUTE_MS },
  toMailbox: { count: 12, withinMs: 60 * MINUTE_MS },
};

export interface Attempt {
  /** The visitor's address; where the server cannot tell it, only the limits for all together hold. */
  address?: string | undefined;
  /** The e-mail address that an acknowledgement would go to. */
  email?: string | undefined;
  /** The same submission again has the same one. */
  submission: string;
  formKey: string;
  /** What the browser found for that key, where it looked. */
  proof?: string | undefined;
  /** How long the form was open, where the page told. */
  openForMs?: number | undefined;
}

/** `wait`: send the same form with this key after that time, or sooner with proof of work. `later`: nothing helps before that time. */
export type Verdict = { ok: true } | { ok: false; kind: 'wait'; until: Date; formKey: string } | { ok: false; kind: 'later'; until: Date };

export interface Guard {
  admit(attempt: Attempt): Verdict;
}

/** Nobody writes what happened in less; programs do. */
const OPEN_MS_MIN = 3000;
/** More than come in while a waiting key is good. */
const REMEMBERED = 20_000;

/**
 * Makes the guard of the intake. It refuses nobody for good: on suspicion the form comes back filled in, with a key that
 * works after some seconds, or at once with proof of work; each key is good for one submission, so a program can send no
 * faster than it is made to wait or to calculate. Everything is counted in this process's memory: with several processes
 * each allows as much, which only makes the limits that much wider and spares every submission a write and a shared lock.
 */
export function createGuard({ secret, clock, limits = defaultLimits }: { secret: string; clock: () => Date; limits?: Limits }): Guard {
  const counted = createCounts(limits);
  const admitted = createRecent<true>(REMEMBERED);
  const usedKeys = createRecent<true>(REMEMBERED);
  const judge = (attempt: Attempt, now: Date): Verdict => {
    const time = now.getTime();
    // A second tap or a retry is the same submission, and shows the same case.
    if (admitted.has(attempt.submission)) return { ok: true };
    const visitor = attempt.address && addressKey(secret, attempt.address, now);
    const mailbox = attempt.email && mailboxKey(secret, attempt.email, now);
    const waitMs = counted.atAll(visitor, mailbox, time);
    if (waitMs > 0) return { ok: false, kind: 'later', until: new Date(time + waitMs) };
    const waited = usedKeys.has(attempt.formKey) ? undefined : readWaitingKey(secret, attempt.formKey, now);
    if (waited) {
      const earned = now >= waited.notBefore || isProof(attempt.formKey, attempt.proof ?? '', waited.bits);
      if (!earned) return { ok: false, kind: 'wait', until: waited.notBefore, formKey: attempt.formKey };
      usedKeys.set(attempt.formKey, true);
      return { ok: true };
    }
    const hasty = attempt.openForMs !== undefined && attempt.openForMs < OPEN_MS_MIN;
    const crowded = counted.easily(visitor, time) > 0;
    if (!hasty && !crowded) return { ok: true };
    const until = new Date(time + WAIT_MS);
    const bits = bitsFor(counted.pressure(visitor, time));
    return { ok: false, kind: 'wait', until, formKey: createWaitingKey(secret, { notBefore: until, bits }) };
  };
  return {
    admit(attempt) {
      const verdict = judge(attempt, clock());
      if (verdict.ok) admitted.set(attempt.submission, true);
      return verdict;
    },
  };
}

/** Counts by visitor first: what one visitor sends too much must not use up what all the others may send. */
function createCounts(limits: Limits) {
  const perDay = createBuckets(limits.perDayFromAddress);
  const one = { easily: createBuckets(limits.easilyFromAddress), atAll: createBuckets(limits.atAllFromAddress) };
  const all = { easily: createBuckets(limits.easilyFromAll), atAll: createBuckets(limits.atAllFromAll) };
  const toMailbox = createBuckets(limits.toMailbox);
  type Visitor = string | undefined;
  return {
    /** Gives 0, or how long nothing helps (ms). */
    atAll: (visitor: Visitor, mailbox: string | undefined, now: number): number =>
      (visitor && (one.atAll.take(visitor, now) || perDay.take(visitor, now))) ||
      (mailbox && toMailbox.take(mailbox, now)) ||
      all.atAll.take('all', now),
    /** Gives 0, or how long until this would come easily (ms). */
    easily: (visitor: Visitor, now: number): number => (visitor && one.easily.take(visitor, now)) || all.easily.take('all', now),
    /** Gives how many times what comes easily was sent, by the visitor or by all together. */
    pressure: (visitor: Visitor, now: number): number =>
      Math.max(
        all.atAll.taken('all', now) / limits.easilyFromAll.count,
        visitor ? one.atAll.taken(visitor, now) / limits.easilyFromAddress.count : 0,
      ),
  };
}
