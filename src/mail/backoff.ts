const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * After so many times "later" from the recipient's mail server we stop: about five days, as mail servers do (RFC 5321,
 * 4.5.4.1).
 */
export const DEFERRALS_MAX = 28;

/**
 * What one attempt without a final reply counts for: the mail may have arrived, so it is repeated about five times in a
 * day and not for five days, and then a person looks at it.
 */
export const UNCONFIRMED_WEIGHT = 6;

/** Longest wait between two attempts at a recipient that puts us off. */
const DEFERRED_WAIT_MAX_MS = 6 * HOUR_MS;
/** Longest wait before trying our own mail server again; once it is back, mail should not lie for hours. */
const UNREACHABLE_WAIT_MAX_MS = 10 * MINUTE_MS;

/**
 * How long to wait after the nth failure: one minute, doubled each time up to a limit, and spread by a
 * quarter either way so that mails which failed together do not come back together. `random` gives 0 to 1.
 */
export function retryDelayMs(
  failures: number,
  cause: 'deferred' | 'unreachable',
  random: () => number = Math.random,
): number {
  const limit = cause === 'deferred' ? DEFERRED_WAIT_MAX_MS : UNREACHABLE_WAIT_MAX_MS;
  const wait = Math.min(MINUTE_MS * 2 ** Math.min(failures - 1, 20), limit);
  return Math.round(wait * (0.75 + random() / 2));
}
