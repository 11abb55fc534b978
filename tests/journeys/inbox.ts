import { watch } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { inject } from 'vitest';
import { PATIENCE_MS } from '../patience.ts';

/** Where the catcher keeps each message as its SMTP server received it. */
const folder = (): string => join(inject('portalDir'), '.data', 'mail');

/** Waits until the caught mail holds a message that fits, and gives the newest. */
export async function mailWith(fits: (mail: Email) => boolean): Promise<Email> {
  const { promise, resolve, reject } = Promise.withResolvers<Email>();
  const look = (): void => {
    allMail().then((all) => {
      const found = all.find(fits);
      if (found) resolve(found);
    }, reject);
  };
  // Told of each message instead of asking again and again, and beginning before the first look, so that none is missed.
  const watcher = watch(folder(), look);
  const timer = setTimeout(() => reject(new Error('No such mail was caught.')), PATIENCE_MS);
  look();
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    watcher.close();
  }
}

/** A caught message never changes. */
const known = new Map<string, Promise<Email>>();

function read(path: string): Promise<Email> {
  const mail = known.get(path) ?? readFile(path).then((raw) => PostalMime.parse(raw));
  known.set(path, mail);
  return mail;
}

/** Every message caught so far, the newest first. */
export async function allMail(): Promise<Email[]> {
  const names = (await readdir(folder())).filter((name) => name.endsWith('.eml')).sort();
  return Promise.all(names.reverse().map((name) => read(join(folder(), name))));
}
