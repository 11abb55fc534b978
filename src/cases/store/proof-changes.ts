import type { ProofRow } from './tables.ts';

/** What an event changes of a row. */
export type Change = Partial<Omit<ProofRow, 'address' | 'version'>>;

/** The row of an address of which nothing is known yet. */
export function emptyRow(address: string): ProofRow {
  return {
    address: address.toLowerCase(),
    version: 0,
    code_seed: null,
    asked_at: null,
    sent_at: null,
    mails: 0,
    attempts: 0,
    code_used_at: null,
    proved_at: null,
    proved_by: null,
    note: null,
    refused_at: null,
    bounced_at: null,
    told_at: null,
  };
}

/** A mail with a new code is put in the outbox; the code before it ends. */
export function asked(row: ProofRow, step: 'ask' | 'remind', seed: string, at: string): Change {
  const mails = step === 'ask' ? 1 : row.mails + 1;
  return {
    code_seed: seed,
    asked_at: at,
    sent_at: null,
    mails,
    attempts: 0,
    code_used_at: null,
    refused_at: null,
    bounced_at: null,
  };
}

/** That mail left. The days of its code are counted from here. */
export function sent(at: string): Change {
  return { sent_at: at };
}

/**
 * A mail server said for good that it takes no mail for the address: a proof given before says nothing any more. Its
 * desk is asked anew at once, in case only that server was wrong, unless it was the question itself that came back.
 */
export function bounced(row: ProofRow, at: string, ofQuestion: boolean): Change {
  const lost: Change = { bounced_at: at, proved_at: null, proved_by: null, note: null };
  if (row.proved_at && !ofQuestion) return { ...lost, asked_at: null, sent_at: null, mails: 0, code_seed: null };
  return row.asked_at && !row.sent_at ? { ...lost, sent_at: at } : lost;
}

/** The reader typed the code, or the operator made sure by other means and noted how. */
export function proved(by: NonNullable<ProofRow['proved_by']>, at: string, note: string | null = null): Change {
  return {
    proved_at: at,
    proved_by: by,
    note,
    refused_at: null,
    bounced_at: null,
    ...(by === 'code' ? { code_used_at: at } : {}),
  };
}

/** The reader said that the address is not the body's. */
export function refused(at: string): Change {
  return { refused_at: at, code_used_at: at, proved_at: null, proved_by: null, note: null };
}

/** The operator was told that the proof is over. */
export function told(at: string): Change {
  return { told_at: at };
}
