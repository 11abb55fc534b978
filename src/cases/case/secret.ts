import { hash, timingSafeEqual } from 'node:crypto';
import { fewRandomBytes } from '../../lib/random-bytes.ts';
import { createSigner } from '../../lib/signer.ts';
import { alphabet, compact } from './reference.ts';

/** 27 characters of a 29-letter alphabet hold 128 bits. */
const SECRET_LENGTH = 27;

/** The random seed from which a case's secret is worked out: 128 bits in hexadecimal. */
export function createSeed(): string {
  return fewRandomBytes(16).toString('hex');
}

/**
 * The secret of a case, in groups of four. It is worked out from the stored seed and the server's own key, so
 * the acknowledgement and a repeated answer can show it although the database holds only its hash.
 */
export function deriveSecret(serverKey: string, seed: string): string {
  const digest = createSigner({ key: serverKey, use: 'case-secret:' }).mac(seed);
  return inLetters(digest.subarray(0, 16)).replace(/(.{4})(?=.)/g, '$1-');
}

/** What is stored of a secret (SHA-256, hexadecimal). No salt: 128 random bits cannot be guessed from a table. */
export function hashSecret(secret: string): string {
  return hash('sha256', compact(secret), 'hex');
}

/** Compares a typed secret with a stored hash in a time that does not depend on either. */
export function secretMatches(typed: string, storedHash: string): boolean {
  return timingSafeEqual(Buffer.from(hashSecret(typed), 'hex'), Buffer.from(storedHash, 'hex'));
}

/**
 * Writes a number of 128 bits (big-endian) with the letters of the alphabet: long division by pieces of 16 bits, which
 * stay whole numbers all the way.
 */
function inLetters(bytes: Buffer): string {
  const pieces = Uint16Array.from({ length: 8 }, (_, index) => bytes.readUInt16BE(2 * index));
  let letters = '';
  while (letters.length < SECRET_LENGTH) {
    let rest = 0;
    for (let index = 0; index < pieces.length; index++) {
      const value = (rest << 16) | (pieces[index] ?? 0);
      pieces[index] = value / alphabet.length;
      rest = value % alphabet.length;
    }
    letters = alphabet.charAt(rest) + letters;
  }
  return letters;
}
