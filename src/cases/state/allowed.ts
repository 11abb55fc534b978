import { currentTurn, hasClock, mayBeBrought, waitsForHandover, type CaseState, type Turn } from './state.ts';

/**
 * Who wants to act: whoever holds a signed link for a turn, the citizen, the portal's clock, or the operator who reviews
 * what is to be published.
 */
export type Actor = { kind: 'officer'; turn: number } | { kind: 'citizen' } | { kind: 'clock' } | { kind: 'reviewer' };

export const officerActions = [
  'pass-on',
  'acknowledge',
  'charge-paid',
  'ask',
  'answer',
  'extend',
  'not-urgent',
  'ask-charge',
  'transfer',
  'grant',
  'grant-in-part',
  'refuse',
  'no-record',
  'resolve',
] as const;
export type OfficerAction = (typeof officerActions)[number];
export const citizenActions = [
  'hand-in',
  'message',
  'reopen',
  'rate',
  'next-rung',
  'withdraw',
  'allow-publication',
  'end-publication',
] as const;
export type CitizenAction = (typeof citizenActions)[number];
export type ClockAction = 'remind' | 'escalate' | 'end-ladder';
export type ReviewAction = 'publish' | 'refuse-publication';
export type Action = OfficerAction | CitizenAction | ClockAction | ReviewAction;

/** Often enough for honest mistakes; a case that nobody wants goes up the ladder instead of round in a circle. */
export const TRANSFERS_MAX = 2;
export const REOPENINGS_MAX = 3;
/** What one citizen may add to one case. */
export const CITIZEN_EVENTS_MAX = 60;
/** With this score or a lower one the next rung is offered. */
export const POOR_SCORE_MAX = 2;

/**
 * What somebody may do to a case as it stands. Every rule about who may do what, and when, is here; what the law of the
 * country adds for requests for information is in `allowed-by-law.ts`.
 */
export function allowed(state: CaseState, actor: Actor): Action[] {
  if (actor.kind === 'officer') return officer(state, actor.turn);
  if (actor.kind === 'reviewer') return state.publication.allowed ? ['publish', 'refuse-publication'] : [];
  return actor.kind === 'citizen' ? citizen(state) : clock(state);
}

function officer(state: CaseState, number: number): OfficerAction[] {
  const turn = state.turns.find((candidate) => candidate.turn === number);
  if (!turn?.open) return [];
  // A copy is paid for after the yes.
  if (state.resolution !== 'open') return granted(state) && state.charge?.turn === number ? ['charge-paid'] : [];
  const isCurrent = turn === currentTurn(state);
  const isRequest = state.about === 'information-request';
  return officerActions.filter((action) => {
    switch (action) {
      case 'pass-on':
        return isCurrent && waitsForHandover(state, turn);
      case 'acknowledge':
        return !turn.acknowledgedAt;
      // The clock runs for the newest turn alone, so only there can it be stopped, prolonged or passed on.
      case 'ask':
        return isCurrent && !state.asked;
      case 'extend':
        return isCurrent && !turn.extended && hasClock(state) && turn.clock.startedAt !== undefined;
      case 'transfer':
        return isCurrent && state.transfers < TRANSFERS_MAX && !state.sealed;
      case 'not-urgent':
        return isCurrent && state.urgent && holdsIt(turn);
      case 'ask-charge':
        return isRequest && isCurrent && !state.charge && holdsIt(turn) && !waitsForHandover(state, turn);
      case 'charge-paid':
        return state.charge?.turn === number;
      case 'grant':
      case 'grant-in-part':
      case 'refuse':
      case 'no-record':
        // Nobody decides in the name of a body that has not got the request, and no window could be counted after that.
        return isRequest && !waitsForHandover(state, turn);
      case 'resolve':
        return !isRequest;
      case 'answer':
        return true;
    }
  });
}

/** Who reviews a refusal neither holds the information nor charges for it. */
function holdsIt({ via }: Turn): boolean {
  return via !== 'escalated';
}

function granted({ resolution }: CaseState): boolean {
  return resolution === 'given' || resolution === 'given-in-part';
}

function citizen(state: CaseState): CitizenAction[] {
  // Leave to publish can be taken back whatever became of the case.
  if (state.resolution === 'withdrawn') return state.publication.allowed ? ['end-publication'] : [];
  const isOpen = state.resolution === 'open';
  const mayWrite = state.citizenEvents < CITIZEN_EVENTS_MAX;
  const isPoor = state.rating !== undefined && state.rating <= POOR_SCORE_MAX;
  return citizenActions.filter((action) => {
    switch (action) {
      case 'hand-in':
        return mayWrite && (waitsForHandover(state, currentTurn(state)) || mayBeBrought(state, currentTurn(state)));
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
          (isOpen ? currentTurn(state).answeredAt !== undefined : isPoor || isRefused(state))
        );
      // Complaints and reports of misconduct are never published.
      case 'allow-publication':
        return state.about === 'information-request' && !state.sealed && !state.publication.allowed && mayWrite;
      case 'end-publication':
        return state.publication.allowed;
    }
  });
}

/** Whoever did not get all that was asked for may have that reviewed, content or not. */
function isRefused({ about, resolution }: CaseState): boolean {
  return about === 'information-request' && resolution !== 'given';
}

function clock(state: CaseState): ClockAction[] {
  if (state.resolution !== 'open' || state.ladderEnded || !hasClock(state)) return [];
  const { clock: running } = currentTurn(state);
  if (running.startedAt === undefined) return [];
  return running.remindedAt ? ['escalate', 'end-ladder'] : ['remind', 'escalate', 'end-ladder'];
}
