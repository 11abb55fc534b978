import { createHash } from 'node:crypto';
import { fewRandomBytes } from '../../lib/random-bytes.ts';
import { createSigner, type Signer } from '../../lib/signer.ts';
import { type Submission, formerNames, type SubmissionField } from '../../schemas/cases/submission.ts';

/** What was shown to be checked, beside the files. */
export interface Shown {
  submission: Submission;
  /** The body that the page said it would be encrypted for; absent where it said that it would not be. */
  sealedFor?: string | undefined;
}

/** What a key was given out for: words that were checked, and the files shown beside them. */
export interface Checked extends Shown {
  /** SHA-256 of each file (hexadecimal), in order. */
  fileHashes: string[];
}

export interface SendKey {
  /** Digest of the files that were shown, to be compared with `digestFiles`. */
  files: string;
  /** It is more than a day old: worth nothing but to show what was sent with it. */
  expired: boolean;
}

const SHAPE = /^send-([0-9a-z]{8,10})-([\w-]{22})-([\w-]{22})-([\w-]{22})$/;
/** Somebody may be called away from the check page for a night. */
const GOOD_FOR_MS = 24 * 60 * 60_000;

/**
 * The key that the check page carries. It is random, signed with the server's own key, and signed together with
 * what was shown: nobody can make one, and it sends nothing but those words and files. Nothing of it is kept until they
 * are sent.
 */
export function createSendKey(secret: string, { fileHashes, ...shown }: Checked, now: Date): string {
  const start = `${now.getTime().toString(36)}-${fewRandomBytes(16).toString('base64url')}-${digestFiles(fileHashes)}`;
  return `send-${start}-${signer(secret).sign(signedPart(start, shown))}`;
}

/**
 * Reads a key; undefined where it was not made by this server, or not for this. Of the files it tells only which they
 * were.
 */
export function readSendKey(secret: string, key: string, shown: Shown, now: Date): SendKey | undefined {
  const [, time = '', nonce = '', files = '', signature = ''] = SHAPE.exec(key) ?? [];
  if (!time) return undefined;
  const signed = signedPart(`${time}-${nonce}-${files}`, shown);
  if (!signer(secret).isSigned(signed, signature)) return undefined;
  return { files, expired: now.getTime() > Number.parseInt(time, 36) + GOOD_FOR_MS };
}

/**
 * What is stored of a key, by which its repetition is known: nothing of the sender, and nothing of the words,
 * goes into it.
 */
export function submissionHash(secret: string, key: string): string {
  return createSigner({ key: secret, use: 'submission:' }).mac(key).toString('hex');
}

/** One digest for files in their order. */
export function digestFiles(fileHashes: string[]): string {
  return fileHashes.length === 0 ? ofNoFiles : digestOf(fileHashes);
}

function digestOf(fileHashes: string[]): string {
  return shorten(createHash('sha256').update(fileHashes.join()).digest());
}

function signer(key: string): Signer {
  return createSigner({ key, use: 'send-key:', write: shorten });
}

function signedPart(start: string, { submission, sealedFor = '' }: Shown): string {
  // How many files there are is told by their digest; they may be gone when a key comes again.
  const words = Object.entries(submission)
    .filter(([name]) => name !== 'files')
    // Keys that were given out before a field was renamed still send it.
    .map(([name, value]): [string, unknown] => [formerNames[name as SubmissionField] ?? name, value])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `${start}:${JSON.stringify([words, sealedFor])}`;
}

/** 128 bits in 22 characters. */
function shorten(hash: Buffer): string {
  return hash.subarray(0, 16).toString('base64url');
}

/** Most forms come without files. */
const ofNoFiles = digestOf([]);
