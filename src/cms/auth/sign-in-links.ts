import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { DeskTokens } from './desk-tokens.ts';
import { createSignedValues } from './signed-values.ts';

export const LINK_MINUTES = 15;
const MINUTE_MS = 60_000;
/** So many links may follow each other by a minute; then one goes out every five, whoever asks. */
const QUICK_LINKS = 3;
const QUICK_WAIT_MS = MINUTE_MS;
const SLOW_WAIT_MS = 5 * MINUTE_MS;

/** After so long, links sent before do not count any more. */
const COUNTED_MS = 60 * MINUTE_MS;
/** Stands for whoever is no officer. */
const NOBODY = '';

/** Links of an earlier version lead to the editor. */
const linkSchema = z.object({
  id: z.string(),
  email: z.string(),
  endsAt: z.number(),
  next: z.string().default('/admin/'),
});

export interface SignInLinksOptions {
  secret: string;
  clock: () => Date;
  tokens: DeskTokens;
}

/** A link that may go out, and what takes it back where it never left. */
export interface IssuedLink {
  token: string;
  unsent(): Promise<void>;
}

/** Links for signing in by e-mail. Each works once and for 15 minutes, whichever process sent it or is asked. */
export function createSignInLinks({ secret, clock, tokens }: SignInLinksOptions) {
  const values = createSignedValues(secret, 'cms-sign-in');

  /**
   * A link for an address, or undefined when one went out a moment ago. That one then works for ten minutes at
   * least: whoever else asks, however often, neither fills the officer's inbox nor keeps the officer from having a
   * link. The database is asked the same without an address, so that the time it takes tells nobody whether there is one.
   */
  async function issue(email: string | undefined, next: string): Promise<IssuedLink | undefined> {
    const now = clock().getTime();
    const recent = await tokens.sentTo(email ?? NOBODY);
    const last = recent.at(-1) ?? -Infinity;
    const to = now - last < (recent.length < QUICK_LINKS ? QUICK_WAIT_MS : SLOW_WAIT_MS) ? undefined : email;
    const id = randomUUID();
    await tokens.note({ kind: 'sent', id, email: to ?? NOBODY, forgetAt: to ? now + COUNTED_MS : now });
    if (to === undefined) return undefined;
    return {
      token: values.sign({ id, email: to, endsAt: now + LINK_MINUTES * MINUTE_MS, next }),
      unsent: () => tokens.forget('sent', id),
    };
  }

  /** The address of a token that still works, without using it up. */
  async function peek(token: string): Promise<string | undefined> {
    const link = read(token);
    return link && !(await tokens.has('used', link.id)) ? link.email : undefined;
  }

  /** Uses a token up and gives whose it is, and the page that they asked for. */
  async function redeem(token: string): Promise<{ email: string; next: string } | undefined> {
    const link = read(token);
    const first = link && (await tokens.note({ kind: 'used', id: link.id, email: link.email, forgetAt: link.endsAt }));
    return first ? { email: link.email, next: link.next } : undefined;
  }

  function read(token: string) {
    const link = linkSchema.safeParse(values.verify(token)).data;
    return link && link.endsAt > clock().getTime() ? link : undefined;
  }

  return { issue, peek, redeem };
}
