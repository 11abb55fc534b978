import { nextRung, type NextRung } from '../routing/next-rung.ts';
import type { Routing } from '../routing/reach.ts';
import { ladderOf } from '../routing/route-case.ts';
import { lawFor } from '../routing/information-law.ts';
import { currentTurn, isByLaw, type CaseState } from '../state/state.ts';
import { receivedEvent } from '../store/case-records.ts';
import type { LivingCase } from '../store/life-records.ts';
import type { Change } from './record.ts';

/** The event that takes a case to the next rung, or tells that there is none. */
export function escalation(
  { register, usable }: Routing,
  stored: LivingCase,
  state: CaseState,
  reason: 'overdue' | 'dissatisfied',
  due?: string,
): Change {
  const { about = 'complaint', agency, service } = receivedEvent(stored);
  // After a transfer it is the ladder of the agency that has it now.
  const ladder = ladderOf(
    register,
    about,
    state.agency,
    state.agency === agency ? service : undefined,
    about === 'misconduct' ? agency : undefined,
  );
  const { next, passedOver }: NextRung = state.sealed ? { passedOver: [] } : nextRung(register, ladder, state, usable);
  const from = currentTurn(state).turn;
  const dueOn = due ? { due } : {};
  if (next)
    return {
      event: { kind: 'escalated', version: 1, reason, from, ...dueOn, to: next.to, term: next.term, passedOver },
    };
  // Whoever reviews a refusal comes after the body that was asked, and not after itself.
  const door = isByLaw(currentTurn(state)) ? lawFor(register, about, state.agency)?.remedies[0]?.kind : undefined;
  return {
    event: { kind: 'ladder-ended', version: 1, turn: from, ...dueOn, ...(door ? { door } : {}), passedOver },
  };
}
