import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { createSignedValues } from './signed-values.ts';

export const LINK_MINUTES = 15;
const MINUTE_MS = 60_000;
/** So many links may follow each other by a minute; then one goes out every five, whoever asks. */
const QUICK_LINKS = 3;
const QUICK_WAIT_MS = MINUTE_MS;
const SLOW_WAIT_MS = 5 * MINUTE_MS;

const linkSchema = z.object({ id: z.string(), email: z.string(), endsAt: z.number() });

/**
 * Links for signing in by e-mail. Each works once and for 15 minutes. The signature includes a value made when the
 * process starts: after a restart, when used links are forgotten, no earlier link works any more.
 */
export function createSignInLinks({ secret, clock }: { secret: string; clock: () => Date }) {
  const values = createSignedValues(secret, `cms-sign-in ${randomUUID()}`);
  const used = new Map<string, number>();
  const sent = new Map<string, number[]>();

  /**
   * A token for an address, or undefined when one went out a moment ago. That one then works for ten minutes at
   * least: whoever else asks, however often, neither fills the officer's inbox nor keeps the officer from having a
   * link.
   */
  function issue(email: string): string | undefined {
    const now = clock().getTime();
    const recent = (sent.get(email) ?? []).filter((at) => at > now - 60 * MINUTE_MS);
    const last = recent.at(-1);
    if (last !== undefined && now - last < (recent.length < QUICK_LINKS ? QUICK_WAIT_MS : SLOW_WAIT_MS))
      return undefined;
    sent.set(email, [...recent, now]);
    return values.sign({ id: randomUUID(), email, endsAt: now + LINK_MINUTES * MINUTE_MS });
  }

  /** Takes back the last link of an address, which never left, so that the next request sends one. */
  function unsent(email: string): void {
    sent.get(email)?.pop();
  }

  /** The address of a token that still works, without using it up. */
  function peek(token: string): string | undefined {
    return read(token)?.email;
  }

  /** Uses a token up and gives its address. */
  function redeem(token: string): string | undefined {
    const link = read(token);
    if (!link) return undefined;
    const now = clock().getTime();
    for (const [id, endsAt] of used) if (endsAt <= now) used.delete(id);
    used.set(link.id, link.endsAt);
    return link.email;
  }

  function read(token: string) {
    const link = linkSchema.safeParse(values.verify(token)).data;
    return link && link.endsAt > clock().getTime() && !used.has(link.id) ? link : undefined;
  }

  return { issue, unsent, peek, redeem };
}
