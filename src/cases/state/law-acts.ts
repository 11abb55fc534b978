import type { CaseEvent } from '../../schemas/cases/event.ts';
import type { CaseKind } from '../../schemas/cases/case.ts';

/**
 * Something that an information law reckons with, as the events of a request tell of it. When a second body received a
 * request that was passed on is read from its turn.
 */
export interface LawAct {
  kind:
    | 'extended'
    | 'urgency-refused'
    | 'deposit-asked'
    | 'deposit-paid'
    | 'clarification-asked'
    | 'clarified'
    | 'granted'
    | 'fee-paid'
    | 'refused'
    | 'commission-decided'
    | 'reopened';
  /** ISO 8601, UTC. */
  at: string;
  /** Of an extension. */
  days?: number;
}

/** What of a case's state tells how the law takes an event. */
interface Standing {
  about: CaseKind;
  asked?: object | undefined;
  charge?: { what: 'deposit' | 'fee' } | undefined;
  turns: readonly { turn: number; via: string }[];
}

/** What one more event adds to what the law reckons with. */
export function lawActs(state: Standing, event: CaseEvent, at: string): LawAct[] {
  if (state.about !== 'information-request') return [];
  switch (event.kind) {
    case 'extended':
      return [{ kind: 'extended', at, days: event.days }];
    case 'asked':
      return [{ kind: 'clarification-asked', at }];
    case 'message':
    case 'answered':
    case 'escalated':
      return waitEnded(state, at);
    case 'transferred':
      // What the first body wanted to be paid is for nobody any more.
      return [
        ...waitEnded(state, at),
        ...(state.charge?.what === 'deposit' ? [{ kind: 'deposit-paid' as const, at }] : []),
      ];
    case 'charge-asked':
      return event.what === 'deposit' ? [{ kind: 'deposit-asked', at }] : [];
    case 'charge-paid':
      return state.charge ? [{ kind: state.charge.what === 'deposit' ? 'deposit-paid' : 'fee-paid', at }] : [];
    case 'resolved':
      if (state.turns.find(({ turn }) => turn === event.turn)?.via === 'escalated')
        return [{ kind: 'commission-decided', at }];
      // In part or not at all: what is withheld is refused.
      return [{ kind: event.outcome === 'given' ? 'granted' : 'refused', at }];
    case 'urgency-refused':
    case 'reopened':
      return [{ kind: event.kind, at }];
    default:
      return [];
  }
}

/** An open question is over once the citizen writes, and once the office does without, or others have the request. */
function waitEnded({ asked }: Standing, at: string): LawAct[] {
  return asked ? [{ kind: 'clarified', at }] : [];
}
