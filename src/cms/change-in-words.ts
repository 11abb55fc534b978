import type { Language } from '../lib/locales.ts';
import type { Text } from '../register/localise.ts';

/** A file of the repository before and after: no text where it did not exist, or is to be gone. */
export interface ChangedFile {
  path: string;
  before?: string | undefined;
  after?: string | undefined;
}

/** A line in pieces: words of the portal, and content that may be in another language. */
export type Words = (string | Text)[];

/** A change in the terms of a citizen. */
export interface ChangeInWords {
  /** At most 72 characters: whose entry it is, which, and the first change. */
  subject: string;
  /** Every change, a line each. */
  lines: Words[];
}

/** Says a change in the terms of a citizen. Passed in: the desk knows how to keep changes, not how to tell them. */
export type DescribeChange = (files: ChangedFile[], language: Language) => Promise<ChangeInWords>;

/** A line as plain text; it can hold no line break of its own. */
export function plainWords(words: Words): string {
  return words
    .map((piece) => (typeof piece === 'string' ? piece : piece.text))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The message of a commit: the subject, and below it every change where the subject does not tell all. */
export function commitWords({ subject, lines }: ChangeInWords): string {
  if (lines.length === 0) return subject;
  return `${subject}\n\n${lines.map((line) => `- ${plainWords(line)}`).join('\n')}`;
}
