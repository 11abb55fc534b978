import { currentTurn, hasClock, waitsForHandover, type CaseState } from './state.ts';

/** Who wants to act: whoever holds a signed link for a turn, the citizen, or the portal's clock. */
export type Actor = { kind: 'officer'; turn: number } | { kind: 'citizen' } | { kind: 'clock' };

export const officerActions = ['pass-on', 'acknowledge', 'ask', 'answer', 'extend', 'transfer', 'resolve'] as const;
export type OfficerAction = (typeof officerActions)[number];
export const citizenActions = ['hand-in', 'message', 'reopen', 'rate', 'next-rung', 'withdraw'] as const;
export type CitizenAction = (typeof citizenActions)[number];
export type ClockAction = 'remind' | 'escalate' | 'end-ladder';
export type Action = OfficerAction | CitizenAction | ClockAction;

/** Often enough for honest mistakes; a case that nobody wants goes up the ladder instead of round in a circle. */
export const TRANSFERS_MAX = 2;
export const REOPENINGS_MAX = 3;
/** What one citizen may add to one case. */
export const CITIZEN_EVENTS_MAX = 60;
/** With this score or a lower one the next rung is offered. */
export const POOR_SCORE_MAX = 2;

/** What somebody may do to a case as it stands. Every rule about who may do what, and when, is here. */
export function allowed(state: CaseState, actor: Actor): Action[] {
  if (actor.kind === 'officer') return officer(state, actor.turn);
  return actor.kind === 'citizen' ? citizen(state) : clock(state);
}

function officer(state: CaseState, number: number): OfficerAction[] {
  const turn = state.turns.find((candidate) => candidate.turn === number);
  if (!turn?.open || state.resolution !== 'open') return [];
  const isCurrent = turn === currentTurn(state);
  return officerActions.filter((action) => {
    if (action === 'pass-on') return isCurrent && waitsForHandover(state, turn);
    if (action === 'acknowledge') return !turn.acknowledgedAt;
    // The clock runs for the newest turn alone, so only there can it be stopped, prolonged or passed on.
    if (action === 'ask') return isCurrent && !state.asked;
    if (action === 'extend')
      return isCurrent && !turn.extended && hasClock(state) && turn.clock.startedAt !== undefined;
    if (action === 'transfer') return isCurrent && state.transfers < TRANSFERS_MAX && !state.sealed;
    return true;
  });
}

function citizen(state: CaseState): CitizenAction[] {
  if (state.resolution === 'withdrawn') return [];
  const isOpen = state.resolution === 'open';
  const mayWrite = state.citizenEvents < CITIZEN_EVENTS_MAX;
  const isPoor = state.rating !== undefined && state.rating <= POOR_SCORE_MAX;
  return citizenActions.filter((action) => {
    switch (action) {
      case 'hand-in':
        return mayWrite && waitsForHandover(state, currentTurn(state));
      case 'message':
        return isOpen && mayWrite;
      case 'withdraw':
        return isOpen;
      case 'reopen':
        return !isOpen && state.reopenings < REOPENINGS_MAX && mayWrite;
      case 'rate':
        return !isOpen && state.rating === undefined;
      case 'next-rung':
        // Nobody else can read it; the citizen sends it again.
        return (
          hasClock(state) &&
          !state.sealed &&
          !state.ladderEnded &&
          (isOpen ? currentTurn(state).answeredAt !== undefined : isPoor)
        );
    }
  });
}

function clock(state: CaseState): ClockAction[] {
  if (state.resolution !== 'open' || state.ladderEnded || !hasClock(state)) return [];
  const { clock: running } = currentTurn(state);
  if (running.startedAt === undefined) return [];
  return running.remindedAt ? ['escalate', 'end-ladder'] : ['remind', 'escalate', 'end-ladder'];
}
