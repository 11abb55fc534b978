import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 4096;
const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;

/**
 * A few random bytes that nobody can guess, drawn from the system many at a time: drawn by themselves, sixteen cost ten
 * times as much. What was given out is overwritten here, and no two callers are given the same. Throws where more than
 * 4,096 are asked for.
 */
export function fewRandomBytes(count: number): Buffer {
  if (count > POOL_BYTES)
    throw new RangeError(
      `${count} random bytes were asked for, and at most ${POOL_BYTES} are given: use randomBytes of node:crypto.`,
    );
  if (used + count > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = Buffer.from(pool.subarray(used, used + count));
  pool.fill(0, used, used + count);
  used += count;
  return bytes;
}
