import { createSigner, sameText } from '../../lib/signer.ts';
import { alphabet, compact } from '../case/reference.ts';
import { createSeed } from '../case/secret.ts';

/**
 * 9 characters of a 29-letter alphabet: 1 in 14 million millions is guessed right, and only a few guesses are taken.
 */
const CODE_LENGTH = 9;

export interface CodeKeys {
  /** The server's own key, which the database does not have. */
  secret: string;
  address: string;
  /** Random, new for each mail. */
  seed: string;
}

/** A random seed for the code of a mail. */
export const createCodeSeed = createSeed;

/** The code that the reader of an address types, such as K7M-29Q-XFA. A reference of a case has another shape. */
export function codeOf(keys: CodeKeys): string {
  let value = BigInt(`0x${hmac(keys, 'code').toString('hex')}`);
  let characters = '';
  for (let i = 0; i < CODE_LENGTH; i++) {
    characters += alphabet.charAt(Number(value % BigInt(alphabet.length)));
    value /= BigInt(alphabet.length);
  }
  return characters.replace(/(.{3})(?=.)/g, '$1-');
}

/** Compares a typed code with the right one in a time that does not depend on either. */
export function codeMatches(typed: string, keys: CodeKeys): boolean {
  return sameText(compact(typed), compact(codeOf(keys)));
}

/**
 * What the link in the mail carries. It has 256 bits of its own, so nobody can use up the guesses at the typed
 * code and thereby end the link too.
 */
export function linkToken(keys: CodeKeys): string {
  return `${Buffer.from(keys.address).toString('base64url')}.${hmac(keys, 'link').toString('base64url')}`;
}

/** The address that a token claims, unchecked. */
export function addressInToken(token: string): string | undefined {
  const encoded = /^([\w-]{4,400})\.[\w-]{43}$/.exec(token)?.[1];
  return encoded && Buffer.from(encoded, 'base64url').toString('utf8').toLowerCase();
}

/** Checks a token, in a time that does not depend on where it differs. */
export function tokenMatches(token: string, keys: CodeKeys): boolean {
  return sameText(token, linkToken(keys));
}

function hmac({ secret, address, seed }: CodeKeys, use: 'code' | 'link'): Buffer {
  return createSigner({ key: secret, use: `address-proof:${use}:` }).mac(`${seed}:${address}`);
}
