import type { Register } from '../../register/register.ts';
import { readLivingCase } from '../store/life-records.ts';
import { normaliseReference } from '../case/reference.ts';
import { secretMatches } from '../case/secret.ts';
import { viewCase, type CaseView } from '../case/view.ts';
import { keepQuery } from '../../database/keep-query.ts';
import type { Database } from '../../database/tables.ts';

/** Stands in for the hash of a case that does not exist, so that the same work is done. No secret has this hash. */
const NO_CASE_HASH = '0'.repeat(64);

/**
 * The id of a case to whoever has its reference and its secret. A wrong secret, an unknown reference and a
 * mistyped one all give undefined after one look-up and one comparison, so an answer never tells which references
 * exist.
 */
export async function findCase(db: Database, reference: string, secret: string): Promise<string | undefined> {
  const [row] = (await byReference(db, { reference: normaliseReference(reference) ?? '' })).rows;
  const matches = secretMatches(secret, row?.secret_hash ?? NO_CASE_HASH);
  return row && matches ? row.id : undefined;
}

const byReference = keepQuery((db, { reference }: { reference: string }) =>
  db.selectFrom('cases').select(['id', 'secret_hash']).where('reference', '=', reference),
);

/** A case to whoever has its reference and its secret, else undefined. */
export async function followCase(
  { db, register, clock }: { db: Database; register: () => Promise<Register>; clock: () => Date },
  reference: string,
  secret: string,
): Promise<CaseView | undefined> {
  const id = await findCase(db, reference, secret);
  return id === undefined
    ? undefined
    : viewCase(await readLivingCase(db, id), { register: await register(), now: clock() });
}
