import { hash, randomBytes } from 'node:crypto';
import { networksOf, type Network } from './networks.ts';

/** What is counted in one hour, and names for those who are counted. */
export interface Hour<T> {
  counts: T;
  /**
   * The networks of an address, the narrowest first, under what stands for them in this hour: nobody is known by
   * it in the next one.
   */
  networksIn(address: string): Network[];
  /** The same for an e-mail address. What stands after a plus sign reaches the same person. */
  nameOfMailbox(email: string): string;
}

const HOUR_MS = 60 * 60_000;

/**
 * Keeps counts for one hour, with a random key that never leaves memory. With the hour all of it is dropped, so nothing
 * that was worked out from an address outlives its hour, or can be found out from a file.
 */
export function createHourly<T>(make: () => T): (now: Date) => Hour<T> {
  let current: { number: number; hour: Hour<T> } | undefined;
  return (now) => {
    const number = Math.floor(now.getTime() / HOUR_MS);
    if (current?.number !== number) {
      current = { number, hour: begin(make()) };
      // Nobody may come for the whole night.
      setTimeout(
        () => void (current = current?.number === number ? undefined : current),
        HOUR_MS - (now.getTime() % HOUR_MS),
      ).unref();
    }
    return current.hour;
  };
}

/**
 * The key stands before the text: what comes out is compared in this process and never leaves it, so nobody can build
 * upon it.
 */
function begin<T>(counts: T): Hour<T> {
  const key = randomBytes(32).toString('base64url');
  const nameOf = (text: string): string => hash('sha256', `${key}:${text}`, 'base64url').slice(0, 22);
  return {
    counts,
    networksIn: (address) => networksOf(address).map(({ name, share }) => ({ name: nameOf(name), share })),
    nameOfMailbox: (email) => nameOf(`mailto:${email.toLowerCase().replace(/\+.*(?=@)/, '')}`),
  };
}
