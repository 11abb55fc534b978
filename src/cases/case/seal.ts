import type { Register } from '../../register/register.ts';
import { usableOn } from '../../register/encryption-key.ts';
import type { CaseKind } from '../../schemas/cases/case.ts';
import type { Submission, SealedWords } from '../../schemas/cases/submission.ts';
import type { Receiver } from '../../schemas/cases/route.ts';
import { identityAnswers, matterAnswers } from './answers.ts';
import { pageTexts } from '../../texts/texts.ts';
import type { Attachment } from '../../schemas/cases/attachment.ts';

/** What a citizen sends: words and files. */
export interface Content {
  submission: Submission;
  files: Attachment[];
}

/** The key that a report is encrypted to, and whose it is. */
export type SealingKey = Pick<SealedWords, 'agency' | 'name' | 'key'>;

/** How a text begins that is encrypted (RFC 9580, section 6.2). */
const SEALED_TEXT = /^-----BEGIN PGP MESSAGE-----\r?\n/;

/**
 * The key of the desk that a report goes to; undefined for other kinds, and where the desk has published none.
 */
export function sealingKey(register: Register, kind: CaseKind, receiver: Receiver): SealingKey | undefined {
  if (kind !== 'misconduct' || receiver.kind !== 'body') return undefined;
  const contacts = register.agencies.get(receiver.agency)?.data.contacts ?? [];
  const key = contacts.find(
    ({ emails, encryptionKey }) => encryptionKey && emails.includes(receiver.email),
  )?.encryptionKey;
  return key ? { agency: receiver.agency, name: receiver.name, key } : undefined;
}

/**
 * Encrypts what a citizen sends, so that only the body can read it: words, files, and name and contact details where
 * they agreed to be known. Of these only the e-mail address stays readable here, to tell them what happens. Throws
 * where the key cannot be used; nothing may be kept then.
 */
export async function seal(
  register: Register,
  { submission, files }: Content,
  { agency, name, key }: SealingKey,
): Promise<Content> {
  const { language } = submission;
  const told = [
    ...matterAnswers(register, submission, language),
    ...(submission.shareIdentity ? identityAnswers(submission, language) : []),
  ];
  const text = told.map(({ label, value }) => `${label}\n${value}`).join('\n\n');
  const { kind, service, email, shareIdentity } = submission;
  return {
    submission: {
      kind,
      agency: submission.agency,
      ...(service ? { service } : {}),
      details: pageTexts('case-mails', language).sealedFor({ name }),
      broken: [],
      ...(files.length > 0 ? { files: files.length } : {}),
      language,
      ...(email ? { email } : {}),
      shareIdentity,
      sealed: { agency, name, key, message: await sealText(text, key) },
    },
    files: await sealFiles(files, key),
  };
}

/** Encrypts words that belong to a sealed case. Gives armoured OpenPGP. */
export async function sealText(text: string, armoredKey: string): Promise<string> {
  const { createMessage, encrypt } = await import('openpgp');
  return encrypt({ message: await createMessage({ text }), ...(await recipient(armoredKey)), format: 'armored' });
}

/** Encrypts files that belong to a sealed case. What each was is told inside alone. */
export async function sealFiles(files: Attachment[], armoredKey: string): Promise<Attachment[]> {
  if (files.length === 0) return [];
  const { createMessage, encrypt } = await import('openpgp');
  const to = await recipient(armoredKey);
  return Promise.all(
    files.map(async ({ type, content }, index) => {
      const filename = `file-${index + 1}.${type.split('/')[1] ?? ''}`;
      const binary = await encrypt({
        message: await createMessage({ binary: new Uint8Array(content), filename }),
        ...to,
        format: 'binary',
      });
      return { type: 'application/pgp-encrypted' as const, content: Buffer.from(binary) };
    }),
  );
}

/** Says whether words are encrypted. */
export function isSealed(text: string): boolean {
  return SEALED_TEXT.test(text);
}

async function recipient(armoredKey: string) {
  const { readKey } = await import('openpgp');
  const key = await readKey({ armoredKey });
  const date = await usableOn(key);
  if (!date) throw new Error('the public key of the receiving body cannot be used to encrypt');
  return { encryptionKeys: key, date };
}
