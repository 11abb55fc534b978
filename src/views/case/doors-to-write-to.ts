import type { Door } from '../../cases/case/request-answer.ts';

/**
 * The doors that a letter is of use for, each with its place in the Act, the one that is open first. Not those whose time
 * is over for good, and no court before its turn: it takes no letter, and nothing is threatened that cannot be done.
 */
export function doorsToWriteTo(doors: readonly Door[]): [number, Door][] {
  return [...doors.entries()]
    .filter(([, { state, extendable }]) => state !== 'closed' || extendable)
    .filter(([, { state, kind }]) => state !== 'later' || kind !== 'court')
    .toSorted(([, a], [, b]) => order[a.state] - order[b.state]);
}

const order = { open: 0, closed: 1, later: 2 };
