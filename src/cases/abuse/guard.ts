import { createRecent } from '../../lib/recent.ts';
import { createHourly } from './hourly.ts';
import { createBuckets, type Allowance } from './buckets.ts';
import { createIntakeRate, type IntakeRate } from './intake-rate.ts';
import type { Network } from './networks.ts';
import { bitsFor, WAIT_MS } from './proof-challenge.ts';
import { allowanceOf } from './share-of.ts';
import { createShares } from './shares.ts';
import { isProof } from './verify-proof.ts';
import { createWaitingKey, readWaitingKey } from './waiting-key.ts';

/**
 * What comes easily from one address, and what comes at all; a larger network has a larger share, see `networks.ts`.
 */
export interface Limits {
  /** More than this from one address is suspicious: many people share one, so it costs a wait and no more. */
  easilyFromAddress: Allowance;
  atAllFromAddress: Allowance;
  /** Each brings a mail to whoever is named, and nobody has proved that they asked for it. */
  toMailbox: Allowance;
}

const MINUTE_MS = 60_000;
export const defaultLimits: Limits = {
  easilyFromAddress: { count: 6, withinMs: 10 * MINUTE_MS },
  atAllFromAddress: { count: 60, withinMs: 10 * MINUTE_MS },
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
}

/**
 * `wait`: send the same form with this key after that time, or sooner with proof of work. `later`: nothing helps before
 * that time.
 */
export type Verdict =
  { ok: true } | { ok: false; kind: 'wait'; until: Date; formKey: string } | { ok: false; kind: 'later'; until: Date };

export interface Guard {
  admit(attempt: Attempt): Verdict;
  /**
   * Tells that one which was admitted is being saved. Call what it gives when that has ended: the guard learns from it
   * what the machine bears.
   */
  begin(): () => void;
}

/** More than come in while a waiting key is good, but in a flood that lasts. */
const REMEMBERED = 100_000;

/**
 * Makes the guard of the intake. It refuses nobody for good: on suspicion the form comes back filled in, with a key
 * that works after some seconds, or at once with proof of work; each key is good for one submission, so a program can
 * send no faster than it is made to wait or to calculate. Everything is counted in this process's memory, of which nothing
 * derived from an address may leave; one of several processes holds its share of the limits, and a key is good for one
 * submission at each of them.
 */
export function createGuard({
  secret,
  clock,
  processes = 1,
  limits = shared(defaultLimits, processes),
  rate = createIntakeRate({ processes }),
}: GuardOptions): Guard {
  const hourOf = createHourly(() => createCounts(limits));
  const admitted = createRecent<true>(REMEMBERED);
  const usedKeys = createRecent<true>(REMEMBERED);
  const judge = (attempt: Attempt, now: Date): Verdict => {
    const time = now.getTime();
    // A second tap or a retry is the same submission, and shows the same case.
    if (admitted.has(attempt.submission)) return { ok: true };
    const { counts, networksIn, nameOfMailbox } = hourOf(now);
    const networks = networksIn(attempt.address ?? '');
    const mailbox = attempt.email && nameOfMailbox(attempt.email);
    const waitMs = counts.atAll(networks, mailbox, time);
    if (waitMs > 0) return { ok: false, kind: 'later', until: new Date(time + waitMs) };
    const waited = usedKeys.has(attempt.formKey) ? undefined : readWaitingKey(secret, attempt.formKey, now);
    if (waited) {
      const earned = now >= waited.notBefore || isProof(attempt.formKey, attempt.proof ?? '', waited.bits);
      if (!earned) return { ok: false, kind: 'wait', until: waited.notBefore, formKey: attempt.formKey };
      // The key stays good: whoever has waited and finds no room comes in with the same one.
      const fullForMs = rate.takeEarned(time);
      if (fullForMs > 0)
        return { ok: false, kind: 'wait', until: new Date(time + fullForMs), formKey: attempt.formKey };
      usedKeys.set(attempt.formKey, true);
      return { ok: true };
    }
    const isCrowded = counts.easily(networks, time) > 0 || rate.takeEasily(time) > 0;
    if (!isCrowded) return { ok: true };
    const until = new Date(time + WAIT_MS);
    const bits = bitsFor(Math.max(rate.pressure(time), counts.pressure(networks, time)));
    return { ok: false, kind: 'wait', until, formKey: createWaitingKey(secret, { notBefore: until, bits }) };
  };
  return {
    admit(attempt) {
      const verdict = judge(attempt, clock());
      if (verdict.ok) admitted.set(attempt.submission, true);
      return verdict;
    },
    begin() {
      const ended = rate.begin(clock().getTime());
      return () => ended(clock().getTime());
    },
  };
}

interface GuardOptions {
  /** The server's own key. */
  secret: string;
  clock: () => Date;
  /** How many share the limits. */
  processes?: number;
  limits?: Limits;
  rate?: IntakeRate;
}

function shared(limits: Limits, processes: number): Limits {
  return {
    easilyFromAddress: allowanceOf(limits.easilyFromAddress, processes),
    atAllFromAddress: allowanceOf(limits.atAllFromAddress, processes),
    toMailbox: allowanceOf(limits.toMailbox, processes),
  };
}

/** Counts by visitor first: what one visitor sends too much must not use up what all the others may send. */
function createCounts(limits: Limits) {
  const easily = createShares(limits.easilyFromAddress);
  const atAll = createShares(limits.atAllFromAddress);
  const toMailbox = createBuckets(limits.toMailbox);
  return {
    /** Gives 0, or how long nothing helps (ms). */
    atAll: (networks: Network[], mailbox: string | undefined, now: number): number =>
      atAll.take(networks, now) || (mailbox ? toMailbox.take(mailbox, now) : 0),
    /** Gives 0, or how long until this would come easily (ms). */
    easily: (networks: Network[], now: number): number => easily.take(networks, now),
    /** How many times what comes easily was sent from the busiest of the networks. */
    pressure: (networks: Network[], now: number): number =>
      Math.max(
        0,
        ...networks.map((network) => atAll.taken(network, now) / (limits.easilyFromAddress.count * network.share)),
      ),
  };
}
