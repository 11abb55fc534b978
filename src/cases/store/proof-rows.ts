import { emptyRow, type Change } from './proof-changes.ts';
import type { ProofRow } from './tables.ts';
import type { Database } from '../../database/tables.ts';

/** All that is known of addresses, by address in lower case. */
export async function readProofs(db: Database): Promise<Map<string, ProofRow>> {
  const rows = await db.selectFrom('address_proofs').selectAll().execute();
  return new Map(rows.map((row) => [row.address, row]));
}

/** What is known of an address. */
export function readProof(db: Database, address: string): Promise<ProofRow | undefined> {
  return db.selectFrom('address_proofs').selectAll().where('address', '=', address.toLowerCase()).executeTakeFirst();
}

/**
 * Changes a row that still stands as it was read, or writes the first of an address. Gives false where another was
 * quicker.
 */
export async function changeProof(db: Database, row: ProofRow, change: Change): Promise<boolean> {
  const next = { ...change, version: row.version + 1 };
  if (row.version === 0) {
    const first = db.insertInto('address_proofs').values({ ...row, ...next });
    const { numInsertedOrUpdatedRows } = await first
      .onConflict((conflict) => conflict.column('address').doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await db
    .updateTable('address_proofs')
    .set(next)
    .where('address', '=', row.address)
    .where('version', '=', row.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * Changes the row of an address as it stands by now. Call it inside a transaction; `decide` gives undefined where
 * nothing is to change.
 */
export async function updateProof(
  transaction: Database,
  address: string,
  decide: (row: ProofRow) => Change | undefined,
): Promise<boolean> {
  for (;;) {
    const row = (await readProof(transaction, address)) ?? emptyRow(address);
    const change = decide(row);
    if (!change) return false;
    if (await changeProof(transaction, row, change)) return true;
  }
}

/**
 * Counts a typed code before it is looked at, so that guesses at several processes are all counted. Gives undefined
 * where none is left.
 */
export function countAttempt(db: Database, address: string, max: number): Promise<ProofRow | undefined> {
  return db
    .updateTable('address_proofs')
    .set((build) => ({ attempts: build('attempts', '+', 1) }))
    .where('address', '=', address.toLowerCase())
    .where('attempts', '<', max)
    .returningAll()
    .executeTakeFirst();
}
