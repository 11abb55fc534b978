import { createSigner } from '../../lib/signer.ts';

/**
 * Makes and checks short texts that carry a value and that only this server can have written. `purpose` keeps a text
 * for one use from serving another.
 */
export function createSignedValues(key: string, purpose: string) {
  const signer = createSigner({ key, use: `${purpose}\0` });

  function sign(value: object): string {
    const payload = Buffer.from(JSON.stringify(value)).toString('base64url');
    return `${payload}.${signer.sign(payload)}`;
  }

  /** The signed value, or undefined when the text was not signed here for this purpose. */
  function verify(text: string): unknown {
    const [payload = '', signature = '', ...more] = text.split('.');
    if (more.length > 0 || !signer.isSigned(payload, signature)) return undefined;
    return JSON.parse(Buffer.from(payload, 'base64url').toString());
  }

  return { sign, verify };
}
