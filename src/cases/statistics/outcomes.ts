import { dayIn } from '../../deadlines/working-days.ts';
import type { Register } from '../../register/register.ts';
import type { RecordedEvent } from '../../schemas/cases/event.ts';
import { createGroup } from '../../lib/group.ts';
import { placeOf, type CasePlace } from '../routing/case-clock.ts';
import { outcomeOf, type CaseOutcome } from './figures.ts';
import { readHeads, readHistories, type Head } from '../store/event-log.ts';
import type { Database } from '../../database/tables.ts';

/** An outcome that was worked out before, and what it holds for. */
interface Kept {
  sequence: number;
  outcome: CaseOutcome;
  /** Of a case that still waits for its first answer: the day (there) for which it was reckoned. */
  day?: { timeZone: string; reckoned: string };
}

/**
 * What one process remembers of one database, under one edition of the register: calendars and terms may change with
 * the next.
 */
interface Memory {
  register: Register;
  kept: Map<string, Kept>;
}

interface Question {
  register: Register;
  now: Date;
}

/** Tells what every case comes to, under one edition of the register. */
export type OutcomeReader = (register: Register, now: Date) => Promise<CaseOutcome[]>;

/**
 * Makes what tells what every case of a database comes to, as if its whole history had been read for it. Only the histories are read that have
 * gone on since the last time, and those of cases that wait and for which a new day has begun. Whoever asks at the same
 * time is answered together.
 */
export function createOutcomeReader(db: Database): OutcomeReader {
  let memory: Memory | undefined;
  const group = createGroup<Question, CaseOutcome[]>({
    write: async (batch) => {
      const { register, now } = latest(batch);
      if (memory?.register !== register) memory = { register, kept: new Map() };
      const value = await update(db, memory, now);
      return batch.map(() => ({ status: 'fulfilled', value }));
    },
    lanes: 1,
  });
  return (register, now) => group.add({ register, now });
}

/** Whoever asks together is answered as of the last of them. */
function latest(batch: Question[]): Question {
  const last = batch.at(-1);
  if (!last) throw new Error('A group writes no empty batch.');
  return last;
}

/**
 * Reads until no case was deleted between a look at the heads and the reading of the histories: such a one is elsewhere
 * by now.
 */
async function update(db: Database, memory: Memory, now: Date): Promise<CaseOutcome[]> {
  const isToday = todayOf(now);
  const places = new Map<string, CasePlace>();
  for (;;) {
    const heads = await readHeads(db);
    const old = heads.filter((head) => !holds(memory.kept.get(head.id), head, isToday));
    const histories = await readHistories(db, old);
    for (const [id, events] of histories) memory.kept.set(id, work(events, memory.register, places, now));
    if (histories.size < old.length) continue;
    const current = heads.flatMap(({ id }): [string, Kept][] => {
      const kept = memory.kept.get(id);
      return kept ? [[id, kept]] : [];
    });
    memory.kept = new Map(current);
    return current.map(([, { outcome }]) => outcome);
  }
}

function holds(
  kept: Kept | undefined,
  { sequence }: Head,
  isToday: (day: NonNullable<Kept['day']>) => boolean,
): boolean {
  return kept?.sequence === sequence && (kept.day === undefined || isToday(kept.day));
}

function work(events: RecordedEvent[], register: Register, places: Map<string, CasePlace>, now: Date): Kept {
  const first = events[0]?.event;
  const agency = first?.kind === 'received' ? first.agency : '';
  const place = places.get(agency) ?? placeOf(register, agency);
  places.set(agency, place);
  const outcome = outcomeOf({ events, place }, now);
  const day = { timeZone: place.timeZone, reckoned: dayIn(place.timeZone, now) };
  return { sequence: events.at(-1)?.sequence ?? 0, outcome, ...(outcome.waiting ? { day } : {}) };
}

/** Says of a day whether it is today where it was reckoned. */
function todayOf(now: Date): (day: NonNullable<Kept['day']>) => boolean {
  const days = new Map<string, string>();
  return ({ timeZone, reckoned }) => {
    const today = days.get(timeZone) ?? dayIn(timeZone, now);
    days.set(timeZone, today);
    return reckoned === today;
  };
}
