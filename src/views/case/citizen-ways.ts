import type { CaseView } from '../../cases/case/view.ts';
import type { CitizenAction } from '../../cases/state/allowed.ts';

/** What a citizen can do with a case: what most want now, the first of it first, and the rest. */
export interface CitizenWays {
  main: CitizenAction[];
  rest: CitizenAction[];
}

/** Sorts what a case allows by what it waits for. Where a letter can be handed in, that comes before all of these. */
export function citizenWays(view: CaseView): CitizenWays {
  const main = wanted(view).filter((action) => view.can.includes(action));
  return { main, rest: view.can.filter((action) => !main.includes(action)) };
}

function wanted({ resolution, pace, handInTo }: CaseView): CitizenAction[] {
  if (resolution !== 'open') return ['rate', 'reopen', 'next-rung'];
  if (pace?.kind === 'answered') return ['next-rung', 'message'];
  return handInTo ? ['hand-in'] : ['message'];
}
