import { createHash } from 'node:crypto';
import type { Database } from '../../database/tables.ts';
import { addMonths } from '../../deadlines/working-days.ts';
import type { ErasureRow } from './tables.ts';

/** How long it is remembered that something was erased: a backup older than that must not be put back. */
export const ERASURES_KEPT_MONTHS = 36;

/** What the list of erasures calls a case. Only who has the case's id, which is random, can work it out. */
export function hashOfCase(caseId: string): string {
  return createHash('sha256').update(caseId).digest('hex');
}

/** Notes inside a transaction that a case, or who told it, was erased. Noted again, the first day stays. */
export async function noteErasure(
  transaction: Database,
  caseId: string,
  what: ErasureRow['what'],
  now: Date,
): Promise<void> {
  await addErasures(transaction, [{ case_hash: hashOfCase(caseId), what, day: now.toISOString().slice(0, 10) }]);
}

/** Adds what was noted elsewhere, such as beside the backups. */
export async function addErasures(db: Database, erasures: ErasureRow[]): Promise<void> {
  if (erasures.length === 0) return;
  await db
    .insertInto('erasures')
    .values(erasures)
    .onConflict((conflict) => conflict.columns(['case_hash', 'what']).doNothing())
    .execute();
}

/** Everything that was erased and is remembered. */
export function readErasures(db: Database): Promise<ErasureRow[]> {
  return db.selectFrom('erasures').selectAll().orderBy('day').orderBy('case_hash').execute();
}

/** Forgets erasures of so long ago that no backup may hold the case any more. */
export async function forgetOldErasures(db: Database, now: Date): Promise<void> {
  const day = addMonths(now.toISOString().slice(0, 10), -ERASURES_KEPT_MONTHS);
  await db.deleteFrom('erasures').where('day', '<', day).execute();
}
