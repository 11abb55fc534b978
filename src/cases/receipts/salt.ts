import { createSigner } from '../../lib/signer.ts';

/**
 * The salt of a case's receipt: 128 bits in hexadecimal digits, worked out from the case's random seed and the server's
 * own key. So it is stored nowhere: whoever has the database alone can try out no words, and it goes with the case.
 */
export function saltOf(serverKey: string, seed: string): string {
  return createSigner({ key: serverKey, use: 'receipt-salt:' }).mac(seed).subarray(0, 16).toString('hex');
}
