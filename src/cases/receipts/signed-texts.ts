import { canonicalJson, type Canonical } from '../../lib/canonical-json.ts';
import type { ChainDay, HeadOfDay, ReceiptStatement } from '../../schemas/cases/receipt.ts';

/*
 * The very texts that are hashed and signed. Browsers make them too, so nothing here needs more than the language.
 */

/** What is signed of a receipt, and hashed for the chain. Throws where the statement has no canonical form. */
export function statementText(statement: ReceiptStatement): string {
  return canonicalJson(statement as unknown as Canonical);
}

/** What the head of a day is the SHA-256 of: the head before it, the day, and its hashes, sorted. */
export function headText({ day, previous, receipts }: Pick<ChainDay, 'day' | 'previous' | 'receipts'>): string {
  return canonicalJson([previous?.head ?? null, day, receipts]);
}

/** What is signed of a closed day. */
export function dayText({
  portal,
  day,
  previous,
  head,
}: {
  portal: string;
  day: string;
  previous?: HeadOfDay | undefined;
  head: string;
}): string {
  return canonicalJson({ version: 1, portal, day, previous: previous ? { ...previous } : null, head });
}
