import { updateProof } from '../store/proof-rows.ts';
import { bounced } from '../store/proof-changes.ts';
import type { Database } from '../../database/tables.ts';

/**
 * Notes inside a transaction that a mail server said for good that it takes no mail for an address, whatever the mail
 * was about. Addresses of citizens are nobody's to prove: of an address without a row nothing is kept.
 */
export async function noteBounce(transaction: Database, { address, ofQuestion, at }: Bounced): Promise<void> {
  await updateProof(transaction, address, (row) => (row.version === 0 ? undefined : bounced(row, at, ofQuestion)));
}

interface Bounced {
  address: string;
  /** It was the mail that asks for the proof itself. */
  ofQuestion: boolean;
  at: string;
}
