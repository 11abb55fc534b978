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
      { interval: 250 },
    )
    .toBe(true);
  return found as Email;
}

/** A caught message never changes. */
const known = new Map<string, Promise<Email>>();

function read(address: string): Promise<Email> {
  const mail =
    known.get(address) ?? fetch(address).then(async (response) => PostalMime.parse(await response.arrayBuffer()));
  known.set(address, mail);
  return mail;
}

/** Every message caught so far, parsed from its raw bytes. */
export async function allMail(): Promise<Email[]> {
  const base = inject('mailUrl');
  const list = await (await fetch(base)).text();
  const ids = [...list.matchAll(/<a href="\/([^"/]+)"/g)].map((match) => match[1] ?? '');
  return Promise.all(ids.map((id) => read(`${base}/${id}/raw`)));
}
