/** A receipt that was given, beside its case; of one whose case was erased only the hash in the chain is left. */
export interface ReceiptRow {
  id: string;
  /** Null once the case was erased. */
  case_id: string | null;
  /** SHA-256 of the statement, in hexadecimal digits. */
  hash: string;
  /** The day of the chain that lists it (ISO 8601, UTC); null where it is in none. */
  day: string | null;
  /** What is signed, without its salt, as JSON; null once the case was erased. */
  statement: string | null;
  /** ISO 8601 date, UTC. */
  erased_on: string | null;
}

/** A closed day of the chain. Rows are only ever added. */
export interface ChainDayRow {
  day: string;
  /** Origin of the portal then. */
  portal: string;
  previous_day: string | null;
  previous_head: string | null;
  head: string;
  key_id: string;
  signature: string;
}

/** A pair of keys that receipts are signed with. The one with the highest number is in use. */
export interface ReceiptKeyRow {
  number: number;
  id: string;
  /** JSON of the public part (RFC 7517). */
  public_key: string;
  /** PKCS #8, sealed with the server's own key; null once another took its place. */
  sealed_key: Uint8Array | null;
  made_at: string;
  retired_at: string | null;
}

declare module '../../database/tables.ts' {
  interface Tables {
    receipts: ReceiptRow;
    chain_days: ChainDayRow;
    receipt_keys: ReceiptKeyRow;
  }
}
