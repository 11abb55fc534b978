import type { InformationLaw } from '../../schemas/information-law.ts';
import type { Action } from './allowed.ts';
import { currentTurn, isByLaw, type CaseState } from './state.ts';

/**
 * Of what may be done to a case as it stands, what the information law of its country leaves: of a request for
 * information alone. `law` is absent where none is described.
 */
export function allowedByLaw<A extends Action>(actions: readonly A[], state: CaseState, law?: InformationLaw): A[] {
  if (state.about !== 'information-request') return [...actions];
  return actions.filter((action) => {
    switch (action) {
      case 'extend':
        return !isByLaw(currentTurn(state)) || mayExtend(state, law);
      case 'ask-charge':
        return law !== undefined && mayCharge(law);
      case 'not-urgent':
        return law?.urgent !== undefined;
      case 'next-rung':
        return goesToReviewer(law);
      default:
        return true;
    }
  });
}

/** Once, for a time in days that is not over: hours are never prolonged. */
function mayExtend(state: CaseState, law: InformationLaw | undefined): boolean {
  return law?.extension?.limit?.max !== undefined && !state.urgent && !state.ladderEnded;
}

/** A law that tells of a deposit, of rates for copies, or of a time that runs from a payment knows charges. */
function mayCharge({ deposit, copyRates, access }: InformationLaw): boolean {
  return deposit !== undefined || access !== undefined || copyRates.length > 0;
}

/** Whom the portal may pass a request on to: a court, or the head of the same body, is for the citizen alone to ask. */
function goesToReviewer(law: InformationLaw | undefined): boolean {
  const [first] = law?.remedies ?? [];
  return first?.kind === 'commission' && first.agency !== undefined;
}
