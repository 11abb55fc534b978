import { addMonths } from '../../deadlines/working-days.ts';
import type { Register } from '../../register/register.ts';
import { currentTurn, hasClock, waitsForHandover, type CaseState } from '../state/state.ts';

/** What holds where an agency's country is no longer in the register. */
export const RETENTION_MONTHS = 24;

/** For how many months a country keeps closed cases. */
export function retentionMonths(register: Register, agencyId: string): number {
  return (
    register.jurisdictions.get(register.agencies.get(agencyId)?.data.jurisdiction ?? '')?.data.retentionMonths ??
    RETENTION_MONTHS
  );
}

/**
 * The day from which a case is to be deleted, or undefined while it is open. A case that nobody is left to
 * answer, or need answer, or that the operator never brought to the body that is to answer, counts from the last thing
 * that happened to it.
 */
export function deletionDay(state: CaseState, months: number): string | undefined {
  const since =
    state.closedAt ??
    (state.ladderEnded || !hasClock(state) || waitsForHandover(state, currentTurn(state)) ? state.lastAt : undefined);
  return since === undefined ? undefined : addMonths(since.slice(0, 10), months);
}
