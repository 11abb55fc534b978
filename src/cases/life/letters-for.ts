import type { RecordedEvent } from '../../schemas/cases/event.ts';
import type { CaseState } from './state.ts';
import type { NewLetter } from './store/letter-rows.ts';

/**
 * Gives who is written to about an event: each side hears of what the other did, and everybody who may still act hears
 * when the case ends or goes on. `state` is where the case stands after it.
 */
export function lettersFor({ sequence, event }: RecordedEvent, state: CaseState, citizenHasEmail: boolean): NewLetter[] {
  const citizen: NewLetter[] = citizenHasEmail ? [{ sequence, audience: 'citizen', turn: 0 }] : [];
  const operator: NewLetter = { sequence, audience: 'operator', turn: 0 };
  const officer = (turn: number): NewLetter => ({ sequence, audience: 'officer', turn });
  const officers = (except?: number): NewLetter[] => state.turns.filter(({ open, turn }) => open && turn !== except).map(({ turn }) => officer(turn));
  switch (event.kind) {
    case 'acknowledged':
    case 'asked':
    case 'answered':
    case 'extended':
      return citizen;
    case 'resolved':
      return [...citizen, ...officers(event.turn)];
    case 'transferred':
      return [...citizen, officer(sequence)];
    case 'message':
    case 'reopened':
    case 'withdrawn':
      return officers();
    case 'reminded':
      return [officer(event.turn)];
    case 'escalated':
      return [...citizen, officer(sequence), officer(event.from)];
    case 'ladder-ended':
      return [...citizen, operator];
    default:
      return [];
  }
}

/** Says whether a letter gives the case to its reader, with the whole dossier. */
export function handsOver(letter: NewLetter): boolean {
  return letter.audience === 'officer' && letter.turn === letter.sequence;
}
