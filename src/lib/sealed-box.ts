import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Works out the key of a box from a secret, for one use alone (HKDF, RFC 5869). */
export function boxKey(secret: string, use: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', use, 32));
}

/** Seals bytes so that only a holder of the key can read them, or change them unnoticed (AES-256-GCM). */
export function sealBox(key: Uint8Array, plain: readonly Uint8Array[]): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  return Buffer.concat([iv, ...plain.map((part) => cipher.update(part)), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `sealBox` sealed. Throws where the key is another, or a byte has changed. */
export function openBox(key: Uint8Array, box: Uint8Array): Buffer {
  const sealed = Buffer.from(box);
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
}
