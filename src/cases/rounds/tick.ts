import type { Register } from '../../register/register.ts';
import type { Usable } from '../routing/reach.ts';
import { placeOf, readClock } from '../routing/case-clock.ts';
import { record, type Change } from '../case/record.ts';
import { currentTurn, hasClock, reduce, type CaseState } from '../state/state.ts';
import { isThere } from '../store/case-records.ts';
import { dueClocks, postponeClock, readLivingCase, type DueClock } from '../store/life-records.ts';
import type { Database } from '../../database/tables.ts';
import { escalation } from '../case/escalation.ts';

export interface TickDependencies {
  db: Database;
  register: () => Promise<Register>;
  clock: () => Date;
  /** Which addresses may be used. */
  usableIn: (register: Register) => Usable;
  log: (event: object) => void;
}

/** What one look at the clocks came to. */
export interface TickResult {
  reminded: number;
  escalated: number;
  ended: number;
}

const CASES_MAX = 500;
/** A case whose clock needs no looking at, or cannot be read, is left alone for so long. */
const REST_MS = 24 * 60 * 60 * 1000;

/**
 * Looks at the clocks that are due: reminds whoever has a case before its time is over, and gives it to the next rung
 * when it is. Each happens once, however often and from however many processes this is called.
 */
export async function tick(dependencies: TickDependencies): Promise<TickResult> {
  const { db, clock, log } = dependencies;
  const register = await dependencies.register();
  const result: TickResult = { reminded: 0, escalated: 0, ended: 0 };
  for (const clockOf of await dueClocks(db, clock().toISOString(), CASES_MAX)) {
    try {
      await lookAt(dependencies, register, clockOf, result);
    } catch (error) {
      // Another process may have deleted it meanwhile.
      if (!(await isThere(db, clockOf.id))) continue;
      log({ event: 'clock-failed', case: clockOf.id, error: (error as Error).message });
      await postponeClock(db, clockOf, new Date(clock().getTime() + REST_MS).toISOString());
    }
  }
  return result;
}

async function lookAt(
  { db, clock, usableIn }: TickDependencies,
  register: Register,
  found: DueClock,
  result: TickResult,
): Promise<void> {
  const now = clock();
  const caseId = found.id;
  const stored = await readLivingCase(db, caseId);
  const state = reduce(stored.events);
  const rest = new Date(now.getTime() + REST_MS).toISOString();
  if (state.resolution !== 'open' || state.ladderEnded || !hasClock(state)) return postponeClock(db, found, rest);
  const reading = readClock(state, placeOf(register, state.agency), now);
  // One that has not started is looked at again when the case arrives: what tells of that sets it.
  if (!reading) return postponeClock(db, found, rest);
  if (!reading.action) return postponeClock(db, found, reading.lookAgainAt);
  const change =
    reading.action === 'remind'
      ? reminder(state, reading.due)
      : escalation({ register, usable: usableIn(register) }, stored, state, 'overdue', reading.due);
  const action =
    change.event.kind === 'reminded' ? 'remind' : change.event.kind === 'escalated' ? 'escalate' : 'end-ladder';
  const done = await record(db, {
    caseId,
    actor: { kind: 'clock' },
    action,
    version: state.version,
    now,
    decide: () => change,
  });
  if (done.ok) result[action === 'remind' ? 'reminded' : action === 'escalate' ? 'escalated' : 'ended']++;
}

function reminder(state: CaseState, due: string): Change {
  return { event: { kind: 'reminded', version: 1, turn: currentTurn(state).turn, due } };
}
