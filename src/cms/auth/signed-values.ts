import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Makes and checks short texts that only this server can have written. `purpose` keeps a text for one use from serving
 * another.
 */
export function createSigner(secret: string, purpose: string) {
  const mac = (payload: string): string =>
    createHmac('sha256', secret).update(`${purpose}\0${payload}`).digest('base64url');

  function sign(value: object): string {
    const payload = Buffer.from(JSON.stringify(value)).toString('base64url');
    return `${payload}.${mac(payload)}`;
  }

  /** Gives the signed value, or undefined when the text was not signed here for this purpose. */
  function verify(text: string): unknown {
    const [payload = '', signature = '', ...more] = text.split('.');
    if (more.length > 0) return undefined;
    const expected = Buffer.from(mac(payload));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    return JSON.parse(Buffer.from(payload, 'base64url').toString());
  }

  return { sign, verify };
}
