import type { LadderRung } from '../../register/ladder.ts';
import type { Register } from '../../register/register.ts';
import type { PassedRung, Receiver, Term } from '../../schemas/cases/route.ts';
import { passed, receiverOf } from '../routing.ts';
import { currentTurn, type CaseState } from './state.ts';
import { termFor } from './term.ts';

/** The next body up, or none where nobody further up has an e-mail address that has not had the case. */
export interface NextRung {
  next?: { to: Receiver; term: Term };
  passedOver: PassedRung[];
}

/**
 * Gives who receives a case when the time is over or the citizen is not satisfied: the first rung above the one that has
 * it now. Rungs below are never gone back to, and no address gets the same case twice.
 */
export function nextRung(register: Register, ladder: LadderRung[], state: CaseState): NextRung {
  const { holder } = currentTurn(state);
  const held = ladder.findLastIndex((rung) => {
    const email = rung.contact?.emails[0]?.toLowerCase();
    return (email !== undefined && state.tried.includes(email)) || (holder.kind === 'body' && rung.agency.id === holder.agency);
  });
  const passedOver: PassedRung[] = [];
  for (const rung of ladder.slice(held + 1)) {
    const to = receiverOf(rung);
    if (to?.kind === 'body' && state.tried.includes(to.email.toLowerCase())) continue;
    if (to) return { next: { to, term: termFor(register, rung, state.about) }, passedOver };
    if (!passedOver.some((candidate) => candidate.agency === rung.agency.id)) passedOver.push(passed(rung));
  }
  return { passedOver };
}
