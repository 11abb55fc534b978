import type { Key } from 'openpgp';
import type { Entry } from './read-entry.ts';
import type { ContentProblem } from './problem.ts';

/** What is wrong with a public key, and what to do. */
type Fault = Pick<ContentProblem, 'message' | 'remedy'>;

const FIELD_REMEDY =
  'Ask the desk for one public key that can encrypt (for example made by Thunderbird or GnuPG), and paste the whole of it.';

/**
 * What keeps a public key from being used to encrypt a report: it cannot be parsed, is more than one, is revoked,
 * or has no part that encrypts. `now`: it must not have expired by then either; without it that is left out, because a
 * portal must start again after that day.
 */
export async function keyFault(armored: string, now?: Date): Promise<Fault | undefined> {
  const { readKeys } = await import('openpgp');
  let keys: Key[];
  try {
    keys = await readKeys({ armoredKeys: armored });
  } catch {
    return { message: 'The public key cannot be read: it is damaged or cut off.', remedy: FIELD_REMEDY };
  }
  const [key] = keys;
  if (!key || keys.length > 1)
    return { message: `There are ${keys.length} keys in this field, and only one can be used.`, remedy: FIELD_REMEDY };
  if (await key.isRevoked()) return { message: 'The public key has been revoked by its owner.', remedy: FIELD_REMEDY };
  const date = await usableOn(key);
  if (!date) return { message: 'The public key can sign but not encrypt.', remedy: FIELD_REMEDY };
  if (now && !(await encrypts(key, now)))
    return {
      message: 'The public key has expired.',
      remedy: 'Ask the desk to prolong it, and paste the prolonged key.',
    };
  return undefined;
}

/** The problems of all public keys in the content. `now` as in `keyFault`. */
export async function checkEncryptionKeys(
  { charters }: { charters: Entry<'charters'>[] },
  now?: Date,
): Promise<ContentProblem[]> {
  const problems: ContentProblem[] = [];
  for (const { file, data, lineOf } of charters) {
    for (const [index, { encryptionKey }] of data.contacts.entries()) {
      const fault = encryptionKey && (await keyFault(encryptionKey, now));
      if (!fault) continue;
      const line = lineOf(['contacts', index, 'encryptionKey']);
      problems.push({
        file,
        ...(line === undefined ? {} : { line }),
        field: `contacts.${index}.encryptionKey`,
        ...fault,
      });
    }
  }
  return problems;
}

/**
 * A moment at which a key can be encrypted to: now, or one before it expired. Whoever holds the private key of an
 * expired key can still open what is encrypted to it, and a report must not be lost over a date. Undefined where no
 * part of it ever encrypts.
 */
export async function usableOn(key: Key, now = new Date()): Promise<Date | undefined> {
  const made = [key, ...key.getSubkeys()]
    .map((part) => new Date(part.getCreationTime().getTime() + 1000))
    .sort((a, b) => b.getTime() - a.getTime());
  for (const date of [now, ...made]) if (await encrypts(key, date)) return date;
  return undefined;
}

async function encrypts(key: Key, date: Date): Promise<boolean> {
  try {
    await key.getEncryptionKey(undefined, date);
    return true;
  } catch {
    return false;
  }
}
