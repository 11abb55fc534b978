import { submissionSchema, underTodaysNames, type Submission } from '../../schemas/cases/submission.ts';
import { caseEvent, type CaseEvent, type RecordedEvent } from '../../schemas/cases/event.ts';
import { keepQuery } from '../../database/keep-query.ts';
import { isPostgres } from '../../database/postgres.ts';
import type { CaseRow, EventRow } from './tables.ts';
import type { Database } from '../../database/tables.ts';

/** A stored case with its history, checked against today's schemas. */
export interface StoredCase {
  row: CaseRow;
  submission: Submission;
  events: RecordedEvent[];
}

/** A case by its id. Throws where what is stored no longer fits the schemas. */
export async function readCase(db: Database, id: string): Promise<StoredCase> {
  const [row] = (await caseOf(db, { id })).rows;
  if (!row)
    throw new Error(
      `There is no case with the id ${id} in the database. It was deleted meanwhile, or DATABASE_URL or OPENCHARTER_DATA_DIR names another database.`,
    );
  const { rows: eventRows } = await eventsOf(db, { id });
  const content = { ...(JSON.parse(row.matter) as object), ...(JSON.parse(row.identity) as object) };
  return {
    row,
    submission: reparse(`case ${row.reference}`, () => submissionSchema.parse(underTodaysNames(content))),
    events: eventRows.map(({ sequence, at, data }) => ({
      sequence,
      at,
      event: reparse(`event ${sequence} of case ${row.reference}`, () => caseEvent.parse(JSON.parse(data))),
    })),
  };
}

const caseOf = keepQuery((db, { id }: { id: string }) => db.selectFrom('cases').selectAll().where('id', '=', id));
const eventsOf = keepQuery((db, { id }: { id: string }) =>
  db.selectFrom('events').selectAll().where('case_id', '=', id).orderBy('sequence'),
);

/** Says whether there is a case of an id. */
export async function isThere(db: Database, id: string): Promise<boolean> {
  return (await db.selectFrom('cases').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

/** Keeps everybody else from changing the case until the transaction ends. SQLite has one writer at a time anyway. */
export async function lockCase(transaction: Database, id: string): Promise<void> {
  if (isPostgres(transaction))
    await transaction.selectFrom('cases').select('id').where('id', '=', id).forUpdate().execute();
}

/** Adds an event to the end of a case's history. Call it inside the transaction that makes it true. */
export async function appendEvent(transaction: Database, caseId: string, at: string, event: CaseEvent): Promise<void> {
  // Two writers must not number their events alike.
  await lockCase(transaction, caseId);
  const [newest] = (await lastSequence(transaction, { id: caseId })).rows;
  await insertEvent(transaction, eventRow(caseId, (newest?.last ?? 0) + 1, at, event));
}

const lastSequence = keepQuery((db, { id }: { id: string }) =>
  db
    .selectFrom('events')
    .select((build) => build.fn.max('sequence').as('last'))
    .where('case_id', '=', id),
);
const insertEvent = keepQuery((db, { case_id, sequence, at, kind, data }: EventRow) =>
  db.insertInto('events').values({ case_id, sequence, at, kind, data }),
);

/** The row of an event. Throws where the event does not fit its schema. */
export function eventRow(caseId: string, sequence: number, at: string, event: CaseEvent): EventRow {
  return { case_id: caseId, sequence, at, kind: event.kind, data: JSON.stringify(caseEvent.parse(event)) };
}

/** The first event, which tells what was complained of and who it was sent to. */
export function receivedEvent(stored: StoredCase): Extract<CaseEvent, { kind: 'received' }> {
  const first = stored.events[0]?.event;
  if (first?.kind !== 'received') throw new Error(`Case ${stored.row.reference} does not begin with its receipt.`);
  return first;
}

function reparse<T>(what: string, parse: () => T): T {
  try {
    return parse();
  } catch (cause) {
    throw new Error(
      `What is stored as ${what} cannot be read by this version. Run the version that wrote it, or a newer one.`,
      { cause },
    );
  }
}
