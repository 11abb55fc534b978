import { addMonths } from '../../deadlines/working-days.ts';
import type { Register } from '../../register/register.ts';
import { deleteCase } from '../desks/citizen-data.ts';
import { reduce } from '../state/state.ts';
import { isThere } from '../store/case-records.ts';
import { readLivingCase } from '../store/life-records.ts';
import type { Database } from '../../database/tables.ts';
import { RETENTION_MONTHS, deletionDay, retentionMonths } from '../case/retention.ts';

/** Deletes the cases whose time is over. Gives how many. A case that cannot be read is kept and logged. */
export async function deleteOldCases(dependencies: {
  db: Database;
  register: () => Promise<Register>;
  clock: () => Date;
  log: (event: object) => void;
}): Promise<number> {
  const { db, clock, log } = dependencies;
  const register = await dependencies.register();
  const today = clock().toISOString().slice(0, 10);
  const shortest = Math.min(
    RETENTION_MONTHS,
    ...[...register.jurisdictions.values()].map(({ data }) => data.retentionMonths),
  );
  const candidates = await db
    .selectFrom('cases')
    .select(['id', 'agency'])
    .where('received_at', '<', addMonths(today, -shortest))
    .execute();
  let deleted = 0;
  for (const { id, agency } of candidates) {
    try {
      const day = deletionDay(reduce((await readLivingCase(db, id)).events), retentionMonths(register, agency));
      if (day === undefined || day > today) continue;
      await deleteCase(db, id, clock());
      deleted++;
    } catch (error) {
      // Another process may have been quicker.
      if (await isThere(db, id)) log({ event: 'retention-failed', case: id, error: (error as Error).message });
    }
  }
  if (deleted > 0) log({ event: 'cases-deleted', deleted });
  return deleted;
}
