import { createHash } from 'node:crypto';
import { challengeOf } from './proof-challenge.ts';

/**
 * Checks a proof of work for a waiting key, by one hash: its first bits must be zero. The caller checks the key itself.
 */
export function isProof(waitingKey: string, proof: string, bits: number): boolean {
  // The shape that a browser sends: other texts would be other proofs, and a long one dear to hash.
  if (!/^\d{1,15}$/.test(proof)) return false;
  const digest = createHash('sha256')
    .update(challengeOf(waitingKey) + proof)
    .digest();
  return Math.clz32(digest.readUInt32BE(0)) >= bits;
}
