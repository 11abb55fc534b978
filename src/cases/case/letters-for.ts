import type { CaseEvent, RecordedEvent } from '../../schemas/cases/event.ts';
import type { CaseState } from '../state/state.ts';
import type { MailPlace } from '../../mail/outbox-table.ts';

/**
 * Who is written to about an event: each side hears of what the other did, and everybody who may still act hears
 * when the case ends or goes on. `state` is where the case stands after it.
 */
export function lettersFor(
  { sequence, event }: RecordedEvent,
  state: CaseState,
  citizenHasEmail: boolean,
): MailPlace[] {
  const citizen: MailPlace[] = citizenHasEmail ? [{ sequence, audience: 'citizen', turn: 0 }] : [];
  const operator: MailPlace = { sequence, audience: 'operator', turn: 0 };
  const officer = (turn: number): MailPlace => ({ sequence, audience: 'officer', turn });
  const officers = (except?: number): MailPlace[] =>
    state.turns.filter(({ open, turn }) => open && turn !== except).map(({ turn }) => officer(turn));
  switch (event.kind) {
    case 'acknowledged':
    case 'asked':
    case 'answered':
    case 'extended':
    case 'urgency-refused':
    case 'charge-asked':
    case 'charge-paid':
      return citizen;
    case 'passed-on':
      // Whoever said so need not be told.
      return event.by === 'operator' ? citizen : [officer(event.turn)];
    case 'resolved':
      return [...citizen, ...officers(event.turn)];
    case 'transferred':
      return [...citizen, officer(sequence)];
    case 'published':
    case 'publication-refused':
      return citizen;
    case 'message':
    case 'reopened':
    case 'withdrawn':
      return officers();
    case 'reminded':
      return [officer(event.turn)];
    case 'escalated':
      return [...citizen, officer(sequence), officer(event.from)];
    case 'ladder-ended':
      // Nobody but the citizen can go to a court.
      return event.door === 'court' ? citizen : [...citizen, operator];
    default:
      return [];
  }
}

/** Says whether the operator has something new to review: what was allowed to be published, or an answer to that. */
export function isToReview({ kind }: CaseEvent, { publication }: CaseState): boolean {
  return publication.allowed && (kind === 'publication-allowed' || kind === 'answered' || kind === 'resolved');
}

/**
 * Says whether a mail gives the case to its reader: the first one to whoever receives it, and a letter with the whole
 * dossier.
 */
export function handsOver({ audience, turn, sequence }: MailPlace): boolean {
  return audience === 'officer' && turn === sequence;
}
