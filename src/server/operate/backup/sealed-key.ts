import { createHmac, randomBytes, scryptSync } from 'node:crypto';
import * as z from 'zod';
import { openBox, sealBox } from '../../../lib/sealed-box.ts';
import { CommandError } from '../../command.ts';

export const SEALED_KEY = 'key.sealed.json';

/** Costs of scrypt (RFC 7914) for a passphrase, as OWASP recommends: 128 MB and half a second. */
const COSTS = { N: 2 ** 17, r: 8, p: 1 } as const;
const COST_MAX = 2 ** 20;

const sealed = z.strictObject({
  format: z.literal(1),
  N: z.int().min(2).max(COST_MAX),
  r: z.int().min(1).max(32),
  p: z.int().min(1).max(16),
  salt: z.base64(),
  box: z.base64(),
});

/** Seals the portal's key with a passphrase (scrypt, AES-256-GCM), as a text to be kept beside the backup or apart. */
export function sealKey(secret: string, passphrase: string): string {
  const salt = randomBytes(16);
  const box = sealBox(stretched(passphrase, salt, COSTS), [Buffer.from(secret)]);
  return `${JSON.stringify({ format: 1, ...COSTS, salt: salt.toString('base64'), box: box.toString('base64') })}\n`;
}

/** The key that `sealKey` sealed. Throws a `CommandError` where the passphrase is another, or the text is damaged. */
export function openKey(text: string, passphrase: string): string {
  try {
    const { salt, box, N, r, p } = sealed.parse(JSON.parse(text));
    const key = stretched(passphrase, Buffer.from(salt, 'base64'), { N, r, p });
    return openBox(key, Buffer.from(box, 'base64')).toString();
  } catch (error) {
    throw new CommandError('data', 'The key does not open: the passphrase is another one, or the file is damaged.', {
      cause: error,
    });
  }
}

/** Tells two keys apart without telling either. */
export function keyCheckOf(secret: string): string {
  return createHmac('sha256', secret).update('which key a backup was made with').digest('hex').slice(0, 16);
}

function stretched(passphrase: string, salt: Uint8Array, costs: { N: number; r: number; p: number }): Uint8Array {
  return scryptSync(passphrase.normalize('NFC'), salt, 32, { ...costs, maxmem: 256 * costs.N * costs.r });
}
