import { createHmac, hash } from 'node:crypto';
import { isIPv6 } from 'node:net';

/**
 * Gives what stands for a visitor's address while limits are counted: a keyed hash whose key changes each day, so that
 * no address is kept and nobody is recognised tomorrow. An IPv6 visitor has a whole /64 and counts as one.
 */
export function addressKey(secret: string, address: string, now: Date): string {
  return hashOfDay(secret, network(address), now);
}

/** Gives, in the same way, what stands for an e-mail address. What stands after a plus sign reaches the same person. */
export function mailboxKey(secret: string, email: string, now: Date): string {
  return hashOfDay(secret, `mailto:${email.toLowerCase().replace(/\+.*(?=@)/, '')}`, now);
}

/** The key stands before the text: what comes out is compared in this process and never leaves it, so nobody can build upon it. */
function hashOfDay(secret: string, text: string, now: Date): string {
  return hash('sha256', `${keyOfDay(secret, now.toISOString().slice(0, 10))}:${text}`, 'base64url').slice(0, 22);
}

let latest: { secret: string; day: string; key: string } | undefined;

function keyOfDay(secret: string, day: string): string {
  if (latest?.day !== day || latest.secret !== secret) {
    latest = { secret, day, key: createHmac('sha256', secret).update(`address-key:${day}`).digest('hex') };
  }
  return latest.key;
}

/** Gives the part of an address that one visitor cannot change at will. */
export function network(address: string): string {
  const plain = address.replace(/%.*$/, '').toLowerCase();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1];
  if (mapped || !isIPv6(plain)) return mapped ?? plain;
  const [head = '', tail] = plain.split('::');
  const start = head.split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - start.length - tail.split(':').filter(Boolean).length;
  const groups = [...start, ...Array<string>(missing).fill('0'), ...(tail ?? '').split(':').filter(Boolean)];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
