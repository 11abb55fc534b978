import type { LadderRung } from '../../register/ladder.ts';
import type { Register } from '../../register/register.ts';
import type { PassedRung, Receiver, Term } from '../../schemas/cases/route.ts';
import { passed, reach, type Usable } from './reach.ts';
import { currentTurn, type CaseState } from '../state/state.ts';
import { termFor } from './term.ts';

/**
 * The next body up, or none where nobody further up has an e-mail address that may be used and has not had the case.
 */
export interface NextRung {
  next?: { to: Receiver; term: Term };
  passedOver: PassedRung[];
}

/**
 * Who receives a case when the time is over or the citizen is not satisfied: the first rung above the one that
 * has it now. Rungs below are never gone back to, and no address gets the same case twice.
 */
export function nextRung(register: Register, ladder: LadderRung[], state: CaseState, usable: Usable): NextRung {
  const { holder, passedOn } = currentTurn(state);
  const holderAgency = holder.kind === 'body' ? holder.agency : passedOn?.agency;
  const hadIt: Usable = (address) => state.tried.includes(address.toLowerCase());
  const held = ladder.findLastIndex(
    (rung) => rung.contact?.emails.some(hadIt) === true || rung.agency.id === holderAgency,
  );
  const passedOver: PassedRung[] = [];
  for (const rung of ladder.slice(held + 1)) {
    const reached = reach(ladder, rung, (address) => usable(address) && !hadIt(address));
    if (reached)
      return { next: { to: reached.receiver, term: termFor(register, reached.rung, state.about) }, passedOver };
    if (reach(ladder, rung, hadIt)) continue;
    if (!passedOver.some((candidate) => candidate.agency === rung.agency.id))
      passedOver.push(passed(ladder, rung, usable));
  }
  return { passedOver };
}
