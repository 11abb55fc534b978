import { dayIn } from '../../deadlines/working-days.ts';
import type { Register } from '../../register/register.ts';
import type { Term } from '../../schemas/cases/route.ts';
import { ladderOf } from './route-case.ts';
import { receivedEvent, type StoredCase } from '../store/case-records.ts';
import { placeOf } from './case-clock.ts';
import { currentTurn, hasClock, waitsForHandover, type CaseState, type Turn } from '../state/state.ts';
import { termFor } from './term.ts';

/** A body that a case can be brought to by hand, and the time that it has from then on. */
export interface HandoverTarget {
  agency: string;
  name: string;
  term: Term;
}

/** Whom a case that nobody has to answer yet is meant for, and how long they will have. */
export interface Awaited {
  name: string;
  term: Term | undefined;
  /** The operator has it and is to pass it on; otherwise a mail is on its way. */
  byHand: boolean;
}

/**
 * The bodies that a turn's case can be brought to by hand: the one its mail did not reach, then those that were
 * passed over, nearest first. A report of misconduct is never for the agency it is about.
 */
export function handoverTargets(
  register: Register,
  stored: StoredCase,
  state: CaseState,
  turn: Turn = currentTurn(state),
): HandoverTarget[] {
  const { about = 'complaint', agency, service } = receivedEvent(stored);
  const reported = about === 'misconduct' ? agency : undefined;
  const given = stored.events.find(({ sequence }) => sequence === turn.turn)?.event;
  const route = given?.kind === 'received' || given?.kind === 'transferred' ? given.route : undefined;
  const receiver = given?.kind === 'escalated' ? given.to : route?.receiver;
  const unreached = receiver?.kind === 'body' ? [receiver.agency] : [];
  const named = [...new Set([...unreached, ...(route?.passedOver ?? []).map((rung) => rung.agency)])];
  const ladder = ladderOf(register, about, state.agency, state.agency === agency ? service : undefined, reported);
  return (named.length > 0 ? named : [state.agency]).flatMap((id) => {
    const body = register.agencies.get(id);
    if (!body || id === reported) return [];
    const rung = ladder.find((candidate) => candidate.agency.id === id) ?? { agency: body, own: id === state.agency };
    return [{ agency: id, name: body.data.name, term: termFor(register, rung, about, state.urgent) }];
  });
}

/**
 * The body that mail reaches and that a letter may be brought to all the same, with the time that it has; none where
 * nobody is to be brought one.
 */
export function broughtTo(register: Register, stored: StoredCase, state: CaseState): HandoverTarget[] {
  const turn = currentTurn(state);
  const [target] = handoverTargets(register, stored, state, turn);
  return target ? [{ ...target, term: turn.term ?? target.term }] : [];
}

/** Whom an open case waits to reach; undefined once they have it, and where nobody has to answer in time. */
export function awaitedBy(
  register: Register,
  stored: StoredCase,
  state: CaseState,
  turn: Turn = currentTurn(state),
): Awaited | undefined {
  if (state.resolution !== 'open' || !hasClock(state) || turn.clock.startedAt !== undefined) return undefined;
  if (!waitsForHandover(state, turn)) return { name: turn.holder.name, term: turn.term, byHand: false };
  const [target] = handoverTargets(register, stored, state, turn);
  return target && { name: target.name, term: target.term, byHand: true };
}

/**
 * Says whether a body can have received a case on a day (ISO 8601): not before it was sent to the portal, and not
 * tomorrow.
 */
export function canBeReceivedOn(day: string, stored: StoredCase, register: Register, now: Date): boolean {
  const { timeZone } = placeOf(register, stored.row.agency);
  return day >= dayIn(timeZone, stored.row.received_at) && day <= dayIn(timeZone, now);
}
