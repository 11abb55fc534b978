import { sql } from 'kysely';
import { setImmediate } from 'node:timers/promises';
import { caseEvent, type RecordedEvent } from '../../schemas/cases/event.ts';
import type { Database } from '../../database/tables.ts';

/** How far the history of a case has come, as far as one look at the whole log tells. */
export interface Head {
  /** Of the case or, where `past`, the number under which the events of a deleted one are kept. */
  id: string;
  past: boolean;
  /**
   * Number of its last event. Events are only ever added, each with the next number, so up to it nothing changes any
   * more.
   */
  sequence: number;
}

/**
 * The head of every case, those of deleted ones too. One statement sees one state of the database, on SQLite as
 * on PostgreSQL: a case that is being deleted is in it once, and an event whose transaction has not ended is not.
 */
export async function readHeads(db: Database): Promise<Head[]> {
  const current = db
    .selectFrom('events')
    .select(['case_id as id', (build) => build.fn.max('sequence').as('sequence'), sql<number>`0`.as('past')])
    .groupBy('case_id');
  const past = db
    .selectFrom('past_events')
    .select(['past_case as id', (build) => build.fn.max('sequence').as('sequence'), sql<number>`1`.as('past')])
    .groupBy('past_case');
  const rows = await current.unionAll(past).execute();
  return rows.map(({ id, sequence, past: isPast }) => ({ id, sequence, past: isPast === 1 }));
}

/** Cases read with one statement. Fewer are filled up to one of these, so that a few prepared statements serve all. */
const PORTIONS = [1, 16, 256];

/**
 * The histories up to these heads, by id. One that is missing was deleted meanwhile. Other work gets its turn
 * after each portion.
 */
export async function readHistories(db: Database, heads: readonly Head[]): Promise<Map<string, RecordedEvent[]>> {
  const histories = new Map<string, RecordedEvent[]>();
  const largest = PORTIONS.at(-1) ?? 1;
  for (const past of [false, true]) {
    const wanted = heads.filter((head) => head.past === past);
    for (let from = 0; from < wanted.length; from += largest) {
      const portion = wanted.slice(from, from + largest);
      const ends = new Map(portion.map(({ id, sequence }) => [id, sequence]));
      for (const { id, sequence, at, data } of await readEvents(db, past, [...ends.keys()])) {
        if (sequence > (ends.get(id) ?? 0)) continue;
        const events = histories.get(id);
        const recorded = { sequence, at, event: caseEvent.parse(JSON.parse(data)) };
        if (events) events.push(recorded);
        else histories.set(id, [recorded]);
      }
      await setImmediate();
    }
  }
  return histories;
}

interface LoggedEvent {
  id: string;
  sequence: number;
  at: string;
  data: string;
}

async function readEvents(db: Database, past: boolean, ids: string[]): Promise<LoggedEvent[]> {
  const size = PORTIONS.find((portion) => portion >= ids.length) ?? ids.length;
  const filled = [...ids, ...Array.from({ length: size - ids.length }, () => ids[0] ?? '')];
  return past
    ? db
        .selectFrom('past_events')
        .select(['past_case as id', 'sequence', 'at', 'data'])
        .where('past_case', 'in', filled)
        .orderBy('past_case')
        .orderBy('sequence')
        .execute()
    : db
        .selectFrom('events')
        .select(['case_id as id', 'sequence', 'at', 'data'])
        .where('case_id', 'in', filled)
        .orderBy('case_id')
        .orderBy('sequence')
        .execute();
}
