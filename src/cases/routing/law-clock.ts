import { dayIn } from '../../deadlines/working-days.ts';
import type { Happened, RequestHistory } from '../../deadlines/request-dates.ts';
import type { LawAct } from '../state/law-acts.ts';
import type { CaseState, Turn } from '../state/state.ts';

/** Which part of a request's history is asked for: since it was last opened again, or all of it. */
export type HistorySpan = 'since-reopened' | 'whole';

/**
 * What an information law reckons a request by, each event on its day in the country's time zone; undefined while no body
 * that has to answer has it. The time to answer begins again when a request is opened again; the windows for a review
 * do not. `turn` may stand in for the one of its number, as it would be with a clock that runs.
 */
export function requestHistory(
  state: CaseState,
  timeZone: string,
  now: Date,
  { span, turn }: { span: HistorySpan; turn?: Turn | undefined },
): RequestHistory | undefined {
  const turns = state.turns
    .filter(({ via }) => via !== 'escalated')
    .map((candidate) => (candidate.turn === turn?.turn ? turn : candidate));
  const reopened = span === 'whole' ? undefined : state.acts.findLast(({ kind }) => kind === 'reopened')?.at;
  const received = reopened ?? arrival(turns[0]);
  if (received === undefined) return undefined;
  const transfers = turns.slice(1).flatMap((later) => {
    const at = arrival(later);
    return at === undefined || at < received ? [] : [{ kind: 'transferred' as const, at }];
  });
  const acts = reopened
    ? state.acts.slice(state.acts.findLastIndex(({ kind }) => kind === 'reopened') + 1)
    : state.acts;
  const happened = [...acts, ...transfers]
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .flatMap((act) => happenedOn(act, timeZone));
  return { received, urgent: wasUrgent(state), happened, today: dayIn(timeZone, now) };
}

/** When a body had the request: an instant, or only the day where it was brought there. */
function arrival(turn: Turn | undefined): string | undefined {
  const at = turn?.arrivedAt ?? turn?.clock.startedAt;
  const brought = turn?.passedOn?.on;
  return brought && at?.startsWith(brought) && at.endsWith('T12:00:00.000Z') ? brought : at;
}

function wasUrgent({ urgent, acts }: CaseState): boolean {
  return urgent || acts.some(({ kind }) => kind === 'urgency-refused');
}

function happenedOn(
  { kind, at, days = 0 }: LawAct | { kind: 'transferred'; at: string; days?: number },
  timeZone: string,
): Happened[] {
  const on = dayIn(timeZone, at);
  if (kind === 'reopened') return [];
  return [kind === 'extended' ? { kind, on, days } : { kind, on }];
}
