/** Hidden field in which a browser sends the number that it found. */
export const proofField = 'proof';

/**
 * How long one has to wait who sends no proof. Long enough to make a flood slow, short enough that a person puts up
 * with it.
 */
export const WAIT_MS = 20_000;

/**
 * How many zero bits a proof must begin with: 2 to that power tries are to be expected. A cheap phone is taken to make
 * 250,000 tries a second, so the least is a second of it and the most is about what the wait would be.
 */
export const PROOF_BITS = { min: 18, max: 22 } as const;

/**
 * What a proof is found for: the waiting key, filled up to one block of SHA-256, so that each try costs exactly
 * one block. A number written after it is a proof where the hash of both begins with enough zero bits.
 */
export function challengeOf(waitingKey: string): string {
  return waitingKey.padEnd(64, '.');
}

/** How many zero bits a waiting key asks for, unchecked; the server's own reading checks it. */
export function bitsOf(waitingKey: string): number {
  return Number(/^wait-[0-9a-z]+-(\d{1,2})-/.exec(waitingKey)?.[1] ?? PROOF_BITS.max);
}

/**
 * How hard a proof has to be: a bit more, and so twice the work, for each time more that what comes easily was
 * sent. `pressure` is how often the easy number was sent, by this visitor or by all together, whichever is more.
 */
export function bitsFor(pressure: number): number {
  return Math.min(PROOF_BITS.max, PROOF_BITS.min + Math.max(0, Math.floor(pressure) - 1));
}
