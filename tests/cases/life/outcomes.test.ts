import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { placeOf } from '../../../src/cases/routing/case-clock.ts';
import { deleteCase } from '../../../src/cases/desks/citizen-data.ts';
import { createOutcomeReader } from '../../../src/cases/statistics/outcomes.ts';
import { outcomeOf, type CaseOutcome } from '../../../src/cases/statistics/figures.ts';
import { appendEvent, eventRow } from '../../../src/cases/store/case-records.ts';
import { isPostgres } from '../../../src/database/postgres.ts';
import { openDatabase } from '../../../src/database/open-database.ts';
import type { Register } from '../../../src/register/register.ts';
import { caseEvent, type CaseEvent, type RecordedEvent } from '../../../src/schemas/cases/event.ts';
import { testRegister } from '../register-fixture.ts';
import { storeUnderTest } from '../store-under-test.ts';
import type { Database } from '../../../src/database/tables.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const start = Date.parse('2026-03-10T09:00:00Z');
const receiver = {
  kind: 'body' as const,
  agency: 'water',
  name: 'Water Board',
  title: 'Desk',
  own: true,
  email: 'desk@water.example',
};
const term = { limit: { max: 10, unit: 'working-days' as const }, basis: 'portal' as const };
const words = '';

/** What may happen to a case; the log takes them in any order, and so must whoever reads it. */
const happenings: CaseEvent[] = [
  { kind: 'forwarded', version: 1, mail: 'm', to: receiver },
  { kind: 'acknowledged', version: 1, turn: 1 },
  { kind: 'asked', version: 1, turn: 1, words },
  { kind: 'message', version: 1, words },
  { kind: 'answered', version: 1, turn: 1, words },
  { kind: 'extended', version: 1, turn: 1, days: 5, words },
  { kind: 'resolved', version: 1, turn: 1, outcome: 'remedied', words },
  { kind: 'reopened', version: 1, words },
  { kind: 'withdrawn', version: 1 },
  { kind: 'rated', version: 1, score: 2 },
  {
    kind: 'escalated',
    version: 1,
    reason: 'overdue',
    from: 1,
    to: { ...receiver, own: false, email: 'o@o.example' },
    term,
    passedOver: [],
  },
  {
    kind: 'escalated',
    version: 1,
    reason: 'dissatisfied',
    from: 1,
    to: { ...receiver, own: false, email: 'o@o.example' },
    term,
    passedOver: [],
  },
  { kind: 'ladder-ended', version: 1, turn: 1, due: '2026-03-20', passedOver: [] },
];

const abouts = ['complaint', 'question', 'compliment', 'misconduct'] as const;

type Step =
  | { do: 'receive'; about: (typeof abouts)[number]; agency: string }
  | { do: 'happen'; which: number; event: CaseEvent }
  | { do: 'delete'; which: number }
  | { do: 'pass-days'; days: number }
  | { do: 'next-edition' }
  /** By one of two processes. */
  | { do: 'read'; by: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('receive' as const),
      about: fc.constantFrom(...abouts),
      agency: fc.constantFrom('water', 'roads'),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('happen' as const),
      which: fc.nat(),
      event: fc.constantFrom(...happenings),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), which: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pass-days' as const), days: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'next-edition' as const }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('read' as const), by: fc.nat(1) }) },
);

async function opened(location: string): Promise<Database> {
  const db = await openDatabase(location);
  onTestFinished(() => db.destroy());
  return db;
}

async function receive(db: Database, about: (typeof abouts)[number], agency: string, at: string): Promise<string> {
  const id = randomUUID();
  await db.transaction().execute(async (transaction) => {
    const unique = { reference: id, submission_key: id, secret_seed: '', secret_hash: '' };
    const row = { id, agency, service: null, language: 'en', received_at: at, matter: '{}', identity: '{}', ...unique };
    await transaction.insertInto('cases').values(row).execute();
    const event: CaseEvent = {
      kind: 'received',
      version: 1,
      about,
      agency,
      agencyName: agency,
      route: { receiver, passedOver: [], term },
    };
    await transaction
      .insertInto('events')
      .values(eventRow(id, 1, at, event))
      .execute();
  });
  return id;
}

const happen = (db: Database, id: string, at: string, event: CaseEvent): Promise<void> =>
  db.transaction().execute((transaction) => appendEvent(transaction, id, at, event));

/** Works everything out from the whole log, as if nothing had ever been read. */
async function plainly(db: Database, register: Register, now: Date): Promise<CaseOutcome[]> {
  const histories = new Map<string, RecordedEvent[]>();
  const current = await db
    .selectFrom('events')
    .select(['case_id as id', 'sequence', 'at', 'data'])
    .orderBy('sequence')
    .execute();
  const past = await db
    .selectFrom('past_events')
    .select(['past_case as id', 'sequence', 'at', 'data'])
    .orderBy('sequence')
    .execute();
  for (const { id, sequence, at, data } of [...current, ...past]) {
    histories.set(id, [...(histories.get(id) ?? []), { sequence, at, event: caseEvent.parse(JSON.parse(data)) }]);
  }
  return [...histories.values()].map((events) => {
    const first = events[0]?.event;
    return outcomeOf({ events, place: placeOf(register, first?.kind === 'received' ? first.agency : '') }, now);
  });
}

const sorted = (outcomes: CaseOutcome[]): string[] => outcomes.map((outcome) => JSON.stringify(outcome)).sort();

/** An edition in which every weekday is a working day, or in which two are not. */
function edition(number: number): Register {
  return testRegister(({ jurisdictions }) => {
    const country = jurisdictions.get('xx');
    if (country) country.data.calendar.weekend = number % 2 ? ['saturday', 'sunday'] : [];
  });
}

test('what is remembered equals what the whole log says, whatever happens between and whoever writes', async () => {
  const location = await storeUnderTest().create();
  const processes = [await opened(location), await opened(location)];
  const [db] = processes;
  if (!db) throw new Error('no database');
  const readers = processes.map(createOutcomeReader);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      await db.deleteFrom('cases').execute();
      await db.deleteFrom('past_events').execute();
      const ids: string[] = [];
      let now = start;
      let number = 0;
      let register = edition(number);
      for (const [index, done] of [
        ...steps,
        { do: 'read' as const, by: 0 },
        { do: 'read' as const, by: 1 },
      ].entries()) {
        const at = new Date(now).toISOString();
        const writer = processes[index % 2] ?? db;
        if (done.do === 'receive') ids.push(await receive(writer, done.about, done.agency, at));
        else if (done.do === 'pass-days') now += done.days * DAY_MS;
        else if (done.do === 'next-edition') register = edition(++number);
        else if (done.do === 'read') {
          const readOutcomes = readers[done.by] ?? createOutcomeReader(db);
          expect(sorted(await readOutcomes(register, new Date(now)))).toEqual(
            sorted(await plainly(db, register, new Date(now))),
          );
        } else {
          const id = ids[done.which % Math.max(1, ids.length)];
          if (id === undefined) continue;
          if (done.do === 'happen') await happen(writer, id, at, done.event);
          else {
            await deleteCase(writer, id, new Date(now));
            ids.splice(ids.indexOf(id), 1);
          }
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('a case that is deleted while it is read is counted once, and every event that was there before is counted', async () => {
  const location = await storeUnderTest().create();
  const [reader, writer] = [await opened(location), await opened(location)];
  const readOutcomes = createOutcomeReader(reader);
  const register = edition(0);
  const at = new Date(start).toISOString();
  const ids: string[] = [];
  for (let i = 0; i < 40; i++) ids.push(await receive(writer, 'complaint', 'water', at));
  const now = new Date(start + DAY_MS);
  for (const id of ids) {
    const [read] = await Promise.all([readOutcomes(register, now), deleteCase(writer, id, now)]);
    expect(read.filter(({ agency }) => agency === 'water')).toHaveLength(ids.length);
    const [again] = await Promise.all([
      readOutcomes(register, now),
      receive(writer, 'complaint', 'roads', at).then((added) => deleteCase(writer, added, now)),
    ]);
    expect(again.filter(({ agency }) => agency === 'water')).toHaveLength(ids.length);
  }
});

test('a transaction that began before a look and ended after it is seen at the next', async () => {
  const location = await storeUnderTest().create();
  const [reader, slow, quick] = [await opened(location), await opened(location), await opened(location)];
  const readOutcomes = createOutcomeReader(reader);
  const register = edition(0);
  const now = new Date(start);
  const at = now.toISOString();
  const [first, second] = [
    await receive(slow, 'complaint', 'water', at),
    await receive(slow, 'complaint', 'roads', at),
  ];
  const rated = { kind: 'rated', version: 1, score: 5 } as const;
  const ratings = async (): Promise<number> =>
    (await readOutcomes(register, now)).filter(({ rating }) => rating === 5).length;
  const transaction = await slow.startTransaction().execute();
  await appendEvent(transaction, first, at, rated);
  // SQLite has one writer at a time; on PostgreSQL a later transaction may end earlier.
  if (isPostgres(quick)) await happen(quick, second, at, rated);
  expect(await ratings()).toBe(isPostgres(quick) ? 1 : 0);
  await transaction.commit().execute();
  if (!isPostgres(quick)) await happen(quick, second, at, rated);
  expect(await ratings()).toBe(2);
});

test('whoever asks at the same time is answered together, each with what was there when they asked', async () => {
  const db = await opened(await storeUnderTest().create());
  const register = edition(0);
  const now = new Date(start);
  const readOutcomes = createOutcomeReader(db);
  const asked: Promise<CaseOutcome[]>[] = [];
  for (let i = 1; i <= 5; i++) {
    await receive(db, 'complaint', 'water', now.toISOString());
    asked.push(readOutcomes(register, now));
  }
  (await Promise.all(asked)).forEach((outcomes, index) => expect(outcomes.length).toBeGreaterThanOrEqual(index + 1));
});
