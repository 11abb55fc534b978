import { createHash } from 'node:crypto';

/** Eight hexadecimal characters that identify a text (SHA-256 of its NFC form, outer space ignored). */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text.normalize('NFC').trim()).digest('hex').slice(0, 8);
}
