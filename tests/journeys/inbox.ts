import PostalMime, { type Email } from 'postal-mime';
import { expect, inject } from 'vitest';

/** Waits until the caught mail holds a message that fits, and gives it as the SMTP server received it. */
export async function mailWith(fits: (mail: Email) => boolean): Promise<Email> {
  let found: Email | undefined;
  await expect
    .poll(
      async () => {
        found = (await allMail()).find(fits);
        return found !== undefined;
      },
      { timeout: 30_000, interval: 250 },
    )
    .toBe(true);
  return found as Email;
}

/** Gives every message caught so far, parsed from its raw bytes. */
export async function allMail(): Promise<Email[]> {
  const base = inject('mailUrl');
  const list = await (await fetch(base)).text();
  const ids = [...list.matchAll(/<a href="\/([^"/]+)"/g)].map((match) => match[1] ?? '');
  return Promise.all(ids.map(async (id) => PostalMime.parse(await (await fetch(`${base}/${id}/raw`)).arrayBuffer())));
}
