import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { cookie, readCookie } from '../../web/cookies.ts';
import type { DeskTokens } from './desk-tokens.ts';
import { createSignedValues } from './signed-values.ts';

/** A working day. */
const SESSION_HOURS = 8;
const COOKIE = 'opencharter_desk';

const sessionSchema = z.object({ id: z.string(), email: z.string(), endsAt: z.number() });
export type Session = z.output<typeof sessionSchema>;

export interface SessionOptions {
  secret: string;
  clock: () => Date;
  /** Whether browsers reach the portal by https; then the cookie never travels without it. */
  secure: boolean;
  tokens: DeskTokens;
}

/** Sessions that live in a signed cookie for 8 hours, or until the officer signs out. */
export function createSessions({ secret, clock, secure, tokens }: SessionOptions) {
  const values = createSignedValues(secret, 'cms-session');

  /**
   * The cookie that signs an officer in. It comes along when a link in a mail leads to the desk; what is sent from another
   * site is refused by its origin.
   */
  function start(email: string): string {
    const session: Session = { id: randomUUID(), email, endsAt: clock().getTime() + SESSION_HOURS * 3_600_000 };
    return cookie(COOKIE, values.sign(session), { maxAgeSeconds: SESSION_HOURS * 3600, secure, sameSite: 'Lax' });
  }

  async function read(request: Request): Promise<Session | undefined> {
    const value = readCookie(request, COOKIE);
    const session = sessionSchema.safeParse(value ? values.verify(value) : undefined).data;
    if (!session || session.endsAt <= clock().getTime() || (await tokens.has('ended', session.id))) return undefined;
    return session;
  }

  /** Ends a session and gives the cookie that forgets it. */
  async function end(session: Session | undefined): Promise<string> {
    if (session) await tokens.note({ kind: 'ended', id: session.id, email: session.email, forgetAt: session.endsAt });
    return cookie(COOKIE, '', { maxAgeSeconds: 0, secure, sameSite: 'Lax' });
  }

  return { start, read, end };
}
