import { hash } from 'node:crypto';
import type { HeadOfDay, ReceiptStatement } from '../../schemas/cases/receipt.ts';
import { timeOrderedId } from '../../database/time-ordered-id.ts';
import { contentText } from './content-text.ts';
import { statementText } from './signed-texts.ts';
import type { ReceiptRow } from './tables.ts';
import { addDays } from '../../deadlines/working-days.ts';

/** What is known of a receipt before its case has a reference. Plain data, so that another thread can complete it. */
export interface ReceiptDraft {
  statement: Pick<ReceiptStatement, 'version' | 'portal' | 'body' | 'kind' | 'term' | 'due'>;
  /** As it is proved. */
  words: string;
}

/** Where the chain stands: its newest closed day. */
export type ChainPlace = HeadOfDay | undefined;

/**
 * The row of a new case's receipt. `received` is ISO 8601, UTC. A report of misconduct bears no reference, and is in no
 * chain before its writer wants it there.
 */
export function completeReceipt(
  { statement: begun, words }: ReceiptDraft,
  { caseId, reference, received, salt }: { caseId: string; reference: string; received: string; salt: string },
  place: ChainPlace,
): ReceiptRow {
  const apart = begun.kind === 'misconduct';
  const hash = sha256(contentText({ body: begun.body, received, salt }, words));
  const statement: ReceiptStatement = {
    ...begun,
    ...(apart ? {} : { reference, day: dayOfChain(received, place) }),
    received,
    salt,
    hash,
    ...(place ? { previous: place } : {}),
  };
  return { id: timeOrderedId(received), case_id: caseId, erased_on: null, ...storedStatement(statement) };
}

/** What is stored of a statement: all but the salt. */
export type StoredStatement = Omit<ReceiptStatement, 'salt'>;

/** The columns of a row that follow from its statement. */
export function storedStatement(statement: ReceiptStatement): Pick<ReceiptRow, 'hash' | 'day' | 'statement'> {
  return {
    hash: sha256(statementText(statement)),
    day: statement.day ?? null,
    statement: JSON.stringify({ ...statement, salt: undefined }),
  };
}

/** The day of an instant (UTC) or, where that one is closed already, the first that is not. */
export function dayOfChain(at: string, place: ChainPlace): string {
  const day = at.slice(0, 10);
  return place && day <= place.day ? addDays(place.day, 1) : day;
}

/** SHA-256 of a text, in hexadecimal digits, at once. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}
