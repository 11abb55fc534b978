import { normaliseReference } from './reference.ts';
import { secretMatches } from './secret.ts';
import { readCase } from './store/case-records.ts';
import type { Database } from './store/tables.ts';
import { viewCase, type CaseView } from './view.ts';

/** Stands in for the hash of a case that does not exist, so that the same work is done. No secret has this hash. */
const NO_CASE_HASH = '0'.repeat(64);

/**
 * Gives a case to whoever has its reference and its secret. A wrong secret, an unknown reference and a mistyped
 * one all give undefined after one look-up and one comparison, so an answer never tells which references exist.
 */
export async function followCase(db: Database, reference: string, secret: string): Promise<CaseView | undefined> {
  const row = await db
    .selectFrom('cases')
    .select(['id', 'secret_hash'])
    .where('reference', '=', normaliseReference(reference) ?? '')
    .executeTakeFirst();
  const matches = secretMatches(secret, row?.secret_hash ?? NO_CASE_HASH);
  return row && matches ? viewCase(await readCase(db, row.id)) : undefined;
}
