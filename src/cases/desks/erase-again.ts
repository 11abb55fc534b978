import type { Database } from '../../database/tables.ts';
import { addErasures, hashOfCase } from '../store/erasures.ts';
import type { ErasureRow } from '../store/tables.ts';
import { reduce } from '../state/state.ts';
import { appendEvent, lockCase, readCase } from '../store/case-records.ts';
import { unpublish } from '../store/published-rows.ts';
import { deleteCase, eraseIdentity } from './citizen-data.ts';

/**
 * Erases in a database that was put back what had been erased since, and remembers it there. Gives how many cases went
 * and from how many it was erased who told them.
 */
export async function eraseAgain(
  db: Database,
  erasures: ErasureRow[],
  now: Date,
): Promise<{ cases: number; identities: number }> {
  const erased = new Map(erasures.map((row) => [`${row.what} ${row.case_hash}`, row]));
  const done = { cases: 0, identities: 0 };
  for (const { id, identity } of await db.selectFrom('cases').select(['id', 'identity']).execute()) {
    const hash = hashOfCase(id);
    if (erased.has(`case ${hash}`)) {
      await deleteCase(db, id, now);
      done.cases++;
    } else if (erased.has(`identity ${hash}`)) {
      await eraseIdentity(db, id, now);
      if (identity !== '{}') done.identities++;
    }
    if (erased.has(`publication ${hash}`) && !erased.has(`case ${hash}`)) await endPublication(db, id, now);
  }
  for (let from = 0; from < erasures.length; from += 500) await addErasures(db, erasures.slice(from, from + 500));
  return done;
}

/** Takes back again the leave to publish a request, with what was published. */
async function endPublication(db: Database, caseId: string, now: Date): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await lockCase(transaction, caseId);
    const { events } = await readCase(transaction, caseId);
    if (!reduce(events).publication.allowed) return;
    await unpublish(transaction, caseId, now);
    await appendEvent(transaction, caseId, now.toISOString(), { kind: 'publication-ended', version: 1 });
  });
}
