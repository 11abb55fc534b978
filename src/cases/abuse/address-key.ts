import { createHmac, hash, randomBytes } from 'node:crypto';
import { networksOf } from './networks.ts';

const HOUR_MS = 60 * 60_000;
/** New with each process, so that the server's own key does not find an address out either. */
const ofThisProcess = randomBytes(32).toString('base64url');
let latest: { secret: string; hour: number; key: string } | undefined;

/**
 * Gives what stands for a visitor's address while limits are counted: a keyed hash whose key changes each hour and never leaves
 * memory, so that no address is kept and nobody is recognised later. An IPv6 visitor has a whole /64 and counts as one.
 */
export function addressKey(secret: string, address: string, now: Date): string {
  const [narrowest] = networksOf(address);
  // The key stands before the text: what comes out is compared in this process alone, so nobody can build upon it.
  return hash('sha256', `${keyOfHour(secret, now)}:${narrowest?.name ?? address}`, 'base64url').slice(0, 22);
}

function keyOfHour(secret: string, now: Date): string {
  const hour = Math.floor(now.getTime() / HOUR_MS);
  if (latest?.hour !== hour || latest.secret !== secret) {
    latest = { secret, hour, key: createHmac('sha256', secret).update(`address-key:${ofThisProcess}:${hour}`).digest('hex') };
  }
  return latest.key;
}
