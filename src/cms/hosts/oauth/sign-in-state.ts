import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { createSigner } from '../../../lib/signer.ts';
import { cookie, readCookie } from '../../../web/cookies.ts';
import { createSignedValues } from '../../auth/signed-values.ts';

/** As long as GitHub's codes hold. */
const MINUTES = 10;

const held = z.object({ id: z.string().min(20), endsAt: z.number() });

export interface StateOptions {
  secret: string;
  clock: () => Date;
  /** Whether browsers reach the portal by https. */
  secure: boolean;
}

/** What one sign-in begins with. */
export interface Begun {
  /** The `state` of the request: worth nothing without the cookie of the browser that began. */
  state: string;
  /** The `code_challenge` (S256) of RFC 7636, section 4.2. */
  challenge: string;
  /** The cookie that binds the sign-in to this browser. */
  setCookie: string;
}

/**
 * Keeps a sign-in at a git host together from its beginning to its end without storing anything: `state` is signed,
 * short-lived and bound to the browser by a cookie (RFC 6749, section 10.12; RFC 9700, sections 2.1.1 and 4.7), so nobody
 * can be made to finish a sign-in that somebody else began. The proof key never leaves the server: it is made anew from
 * what the cookie holds and the server's key.
 */
export function createSignInState({ secret, clock, secure }: StateOptions) {
  // The prefix keeps a neighbouring subdomain from setting it (RFC 6265bis, section 4.1.3.2).
  const name = secure ? '__Host-opencharter_oauth' : 'opencharter_oauth';
  const states = createSignedValues(secret, 'oauth-state');
  const cookies = createSignedValues(secret, 'oauth-cookie');
  const verifiers = createSigner({ key: secret, use: 'oauth-verifier\0' });

  function begin(): Begun {
    const value = { id: randomBytes(24).toString('base64url'), endsAt: clock().getTime() + MINUTES * 60_000 };
    return {
      state: states.sign(value),
      challenge: createHash('sha256').update(verifiers.sign(value.id)).digest('base64url'),
      setCookie: cookie(name, cookies.sign(value), { maxAgeSeconds: MINUTES * 60, secure, sameSite: 'Lax' }),
    };
  }

  /** The `code_verifier` of the sign-in that this browser began and that `state` belongs to; undefined for any other. */
  function end(request: Request, state: string): string | undefined {
    const here = held.safeParse(cookies.verify(readCookie(request, name) ?? '')).data;
    const told = held.safeParse(states.verify(state)).data;
    if (!here || !told || here.id !== told.id || told.endsAt <= clock().getTime()) return undefined;
    return verifiers.sign(told.id);
  }

  const forget = (): string => cookie(name, '', { maxAgeSeconds: 0, secure, sameSite: 'Lax' });

  return { begin, end, forget };
}
