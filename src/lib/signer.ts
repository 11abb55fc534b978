import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export interface SignerOptions {
  /** Of the server alone: whoever has it can sign whatever this server signs. */
  key: string;
  /**
   * What each signed text begins with, its own separator included: what was signed for one use is worth nothing for
   * another, as long as no use begins like another.
   */
  use: string;
  /** How a signature is written; base64url of all 256 bits unless told otherwise. */
  write?: (mac: Buffer) => string;
}

/** Signs and checks texts (HMAC-SHA-256, RFC 2104) that only a holder of the key can have written. */
export interface Signer {
  /** The 32 bytes themselves, where something else than a signature is made of them. */
  mac(text: string): Buffer;
  sign(text: string): string;
  /** True for the signature of this text, found out in a time that does not depend on where another one differs. */
  isSigned(text: string, signature: string): boolean;
}

/** The one place where something is signed with the server's key: links, form keys, codes, sessions and secrets. */
export function createSigner({ key, use, write = inBase64Url }: SignerOptions): Signer {
  const mac = (text: string): Buffer => createHmac('sha256', key).update(use).update(text).digest();
  const sign = (text: string): string => write(mac(text));
  return { mac, sign, isSigned: (text, signature) => sameSignature(sign(text), signature) };
}

/** How long a signature is, is no secret; where it differs is. */
function sameSignature(right: string, given: string): boolean {
  const [one, other] = [Buffer.from(right), Buffer.from(given)];
  return one.byteLength === other.byteLength && timingSafeEqual(one, other);
}

/** Compares two texts of any length in a time that tells nothing of either, since their hashes are compared. */
export function sameText(one: string, other: string): boolean {
  return timingSafeEqual(sha256(one), sha256(other));
}

const inBase64Url = (mac: Buffer): string => mac.toString('base64url');

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
