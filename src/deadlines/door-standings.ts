import type { InformationLaw, RemedyKind } from '../schemas/information-law.ts';
import { requestDates, type RequestDate, type RequestHistory } from './request-dates.ts';
import type { DeadlinePlace } from './deadline.ts';

/** How a door after a refusal or silence stands today. */
export interface DoorStanding {
  /**
   * `later`: only after `waitsFor`, or only after a refusal in words. `closed`: its time is over by any reading of the
   * law.
   */
  state: 'open' | 'later' | 'closed';
  /** Doors that come before it and have not been gone through to their end. */
  waitsFor: RemedyKind[];
  /** The time for going through it, where it can be counted by now: `earliest` is the safe day. */
  window?: RequestDate;
}

/**
 * How each door of an Act stands for a request that was refused, or whose time is over without an answer; in the order
 * of the Act. A door before another is done once it has decided, or once its time to decide is over.
 */
export function doorStandings(law: InformationLaw, place: DeadlinePlace, history: RequestHistory): DoorStanding[] {
  const dates = requestDates(law, place, history);
  const has = (kind: RequestHistory['happened'][number]['kind']): boolean =>
    history.happened.some((event) => event.kind === kind);
  const isDone = (kind: RemedyKind): boolean => {
    if (kind === 'commission') return has('commission-decided');
    const number = law.remedies.findIndex((remedy) => remedy.kind === kind);
    const decision = dates.find(({ id }) => id === `remedy-${number}-decision`);
    return has('internal-review-refused') || (decision !== undefined && history.today > decision.due);
  };
  return law.remedies.map(({ after, runsFrom }, number) => {
    const window = dates.find(({ id }) => id === `remedy-${number}`);
    const waitsFor = after.filter((kind) => !isDone(kind));
    // A door that the Act opens to refusals alone is not open to somebody who got no answer.
    const isForThis = after.length > 0 || runsFrom.includes(has('refused') ? 'refusal' : 'silence');
    const isOver = window !== undefined && history.today > window.due;
    return {
      state: isOver ? 'closed' : waitsFor.length > 0 || !isForThis ? 'later' : 'open',
      waitsFor,
      ...(window ? { window } : {}),
    };
  });
}
