import { fromBase64Url, toBase64Url, toHex } from './bytes-as-text.ts';

/*
 * Signatures with ECDSA on the curve P-256 over SHA-256 (FIPS 186-5; "ES256" of RFC 7518), by the Web Crypto that
 * browsers and Node share. They are raw, as Web Crypto writes them: r and s, 32 bytes each.
 */

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const ALGORITHM = { name: 'ECDSA', hash: 'SHA-256' } as const;
const utf8 = new TextEncoder();

/** The public part of a key (RFC 7517). */
export interface PublicJwk {
  kty: 'EC';
  crv: 'P-256';
  x: string;
  y: string;
}

/** Signs a text; gives base64url of r and s. */
export async function signText(privateKey: CryptoKey, text: string): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.sign(ALGORITHM, privateKey, utf8.encode(text))));
}

/** Answers whether a signature is that of a text. What is no signature at all is that of none. */
export async function isSignedBy({ kty, crv, x, y }: PublicJwk, text: string, signature: string): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, CURVE, false, ['verify']);
    return await crypto.subtle.verify(ALGORITHM, key, fromBase64Url(signature), utf8.encode(text));
  } catch {
    return false;
  }
}

/** SHA-256 of a text's UTF-8, in hexadecimal digits. */
export async function sha256Hex(text: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8.encode(text))));
}

/** A new pair: the public part, and the private one as PKCS #8. */
export async function createKeyPair(): Promise<{ publicKey: PublicJwk; privateKey: Uint8Array<ArrayBuffer> }> {
  const pair = await crypto.subtle.generateKey(CURVE, true, ['sign', 'verify']);
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const privateKey = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  return { publicKey: { kty: 'EC', crv: 'P-256', x, y }, privateKey };
}

/** A private key to sign with, of its PKCS #8. */
export function readPrivateKey(pkcs8: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', pkcs8, CURVE, false, ['sign']);
}

/** The public part as PEM (SubjectPublicKeyInfo), as `openssl` reads it. */
export function publicPem({ x, y }: PublicJwk): string {
  const point = [...fromBase64Url(x), ...fromBase64Url(y)];
  const lines = base64([...SPKI_HEAD, ...point]).match(/.{1,64}/g) ?? [];
  return ['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----', ''].join('\n');
}

/** A raw signature as DER, in base64, as `openssl` reads it: a sequence of two signed numbers without needless zeros. */
export function derSignature(signature: string): string {
  const raw = fromBase64Url(signature);
  const numbers = [...derNumber(raw.subarray(0, 32)), ...derNumber(raw.subarray(32))];
  return base64([0x30, numbers.length, ...numbers]);
}

function derNumber(bytes: Uint8Array): number[] {
  const first = bytes.findIndex((byte) => byte !== 0);
  const shortest = [...bytes.subarray(first < 0 ? bytes.length - 1 : first)];
  // A first bit that is set would say that the number is below zero.
  const number = (shortest[0] ?? 0) > 0x7f ? [0, ...shortest] : shortest;
  return [0x02, number.length, ...number];
}

function base64(bytes: number[]): string {
  return btoa(String.fromCharCode(...bytes));
}

/** SubjectPublicKeyInfo of an uncompressed point on P-256 up to the point itself (RFC 5480). */
const SPKI_HEAD = [
  ...[0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01],
  ...[0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00, 0x04],
];
