import { hash, randomBytes } from 'node:crypto';

/** What is counted in one hour, and names for those who are counted. */
export interface Hour<T> {
  counts: T;
  /** Gives what stands for a network while this hour's limits are counted: nobody is known by it in the next one. */
  nameOf(network: string): string;
  /** The same for an e-mail address. What stands after a plus sign reaches the same person. */
  nameOfMailbox(email: string): string;
}

const HOUR_MS = 60 * 60_000;

/**
 * Keeps counts for one hour, with a random key that never leaves memory. With the hour all of it is dropped, so nothing that was
 * worked out from an address outlives its hour, or can be found out from a file.
 */
export function createHourly<T>(make: () => T): (now: Date) => Hour<T> {
  let current: { number: number; hour: Hour<T> } | undefined;
  return (now) => {
    const number = Math.floor(now.getTime() / HOUR_MS);
    if (current?.number !== number) current = { number, hour: begin(make()) };
    return current.hour;
  };
}

/** The key stands before the text: what comes out is compared in this process and never leaves it, so nobody can build upon it. */
function begin<T>(counts: T): Hour<T> {
  const key = randomBytes(32).toString('base64url');
  const nameOf = (text: string): string => hash('sha256', `${key}:${text}`, 'base64url').slice(0, 22);
  return { counts, nameOf, nameOfMailbox: (email) => nameOf(`mailto:${email.toLowerCase().replace(/\+.*(?=@)/, '')}`) };
}
