import { addMonths } from '../../lib/working-days.ts';
import type { Register } from '../../register/register.ts';
import type { Database } from '../store/tables.ts';
import { deleteCase } from '../desks/citizen-data.ts';
import { currentTurn, hasClock, reduce, waitsForHandover, type CaseState } from '../state/state.ts';
import { readLivingCase } from '../store/life-records.ts';

/** What holds where an agency's country is no longer in the register. */
const RETENTION_MONTHS = 24;

/** Gives for how many months a country keeps closed cases. */
export function retentionMonths(register: Register, agencyId: string): number {
  return (
    register.jurisdictions.get(register.agencies.get(agencyId)?.data.jurisdiction ?? '')?.data.retentionMonths ??
    RETENTION_MONTHS
  );
}

/**
 * Gives the day from which a case is to be deleted, or undefined while it is open. A case that nobody is left to
 * answer, or need answer, or that the operator never brought to the body that is to answer, counts from the last thing
 * that happened to it.
 */
export function deletionDay(state: CaseState, months: number): string | undefined {
  const since =
    state.closedAt ??
    (state.ladderEnded || !hasClock(state) || waitsForHandover(state, currentTurn(state)) ? state.lastAt : undefined);
  return since === undefined ? undefined : addMonths(since.slice(0, 10), months);
}

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
      await deleteCase(db, id);
      deleted++;
    } catch (error) {
      log({ event: 'retention-failed', case: id, error: (error as Error).message });
    }
  }
  if (deleted > 0) log({ event: 'cases-deleted', deleted });
  return deleted;
}
