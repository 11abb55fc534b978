import { isSignedBy, sha256Hex } from '../../lib/ecdsa.ts';
import { wordsAsProved } from '../../lib/words-as-proved.ts';
import type { ChainDay, ReceiptKey, SignedReceipt } from '../../schemas/cases/receipt.ts';
import { contentText } from './content-text.ts';
import { dayText, headText, statementText } from './signed-texts.ts';

/*
 * What a receipt proves, worked out from the receipt, the published keys and the published chain alone. The same code
 * runs on the page of the portal, in a browser without a line, and behind the form of one without scripts.
 */

export type SignatureFinding =
  'valid' | 'valid-by-earlier-key' | 'altered' | 'unknown-key' | 'other-portal' | 'unreadable';

/** Who signed a receipt, as far as the keys tell. `portal` is the origin of the portal that asks. */
export async function checkSignature(
  { statement, key, signature }: SignedReceipt,
  keys: readonly ReceiptKey[],
  portal: string,
): Promise<SignatureFinding> {
  const known = keys.find(({ kid }) => kid === key);
  // A portal that has moved still has its keys.
  if (!known) return statement.portal === portal ? 'unknown-key' : 'other-portal';
  try {
    if (!(await isSignedBy(known, statementText(statement), signature))) return 'altered';
  } catch {
    return 'altered';
  }
  return known.until ? 'valid-by-earlier-key' : 'valid';
}

export type ChainFinding =
  | 'in-chain'
  | 'erased'
  /** Its day has not ended, so nothing is published of it. */
  | 'day-open'
  /** Its day is closed and does not list it. */
  | 'missing'
  /** The chain of today is another than the one that the receipt bears. */
  | 'chain-differs'
  /** It was never to be in the chain. */
  | 'not-listed'
  /** The chain could not be asked. */
  | 'not-asked';

/**
 * Gives a day as it is published now, the newest where none is named: undefined where it is not closed. Rejects where
 * nobody answers.
 */
export type FetchDay = (day?: string) => Promise<ChainDay | undefined>;

/** Compares a receipt with the published chain. */
export async function checkChain(
  { statement }: Pick<SignedReceipt, 'statement'>,
  keys: readonly ReceiptKey[],
  fetchDay: FetchDay,
): Promise<ChainFinding> {
  const { day, previous } = statement;
  try {
    if (previous) {
      const published = await fetchDay(previous.day);
      if (!published || published.head !== previous.head || !(await isSound(published, previous.day, keys)))
        return 'chain-differs';
    }
    if (!day) return 'not-listed';
    const own = await fetchDay(day);
    if (!own) {
      const newest = await fetchDay();
      return newest && newest.day > day ? 'chain-differs' : 'day-open';
    }
    if (!(await isSound(own, day, keys))) return 'chain-differs';
    if (previous && own.previous && own.previous.day === previous.day && own.previous.head !== previous.head)
      return 'chain-differs';
    const hash = await sha256Hex(statementText(statement));
    if (!own.receipts.includes(hash)) return 'missing';
    return own.erased.includes(hash) ? 'erased' : 'in-chain';
  } catch {
    return 'not-asked';
  }
}

/** Answers whether what is published of a day is of that day and what its head says, and the portal has signed it. */
export async function isSound(published: ChainDay, day: string, keys: readonly ReceiptKey[]): Promise<boolean> {
  const key = keys.find(({ kid }) => kid === published.key);
  return (
    key !== undefined &&
    published.day === day &&
    (await sha256Hex(headText(published))) === published.head &&
    (await isSignedBy(key, dayText(published), published.signature))
  );
}

/** Answers whether a receipt is one of these words. */
export async function provesWords({ statement }: Pick<SignedReceipt, 'statement'>, words: string): Promise<boolean> {
  return (await sha256Hex(contentText(statement, wordsAsProved(words)))) === statement.hash;
}
