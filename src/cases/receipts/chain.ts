import { sql } from 'kysely';
import { keepQuery } from '../../database/keep-query.ts';
import { isPostgres } from '../../database/postgres.ts';
import type { Database } from '../../database/tables.ts';
import { signText } from '../../lib/ecdsa.ts';
import { addDays } from '../../deadlines/working-days.ts';
import { chainDay, type ChainDay } from '../../schemas/cases/receipt.ts';
import { sha256, type ChainPlace } from './complete-receipt.ts';
import type { SigningKey } from './keys.ts';
import { dayText, headText } from './signed-texts.ts';
import type { ChainDayRow } from './tables.ts';

/** Names the lock of whoever closes a day: "chain" in the digits of a telephone. */
const CHAIN = 24_246;

/**
 * Where the chain stands, for a transaction that adds to it: no day is closed until that has ended. SQLite has one
 * writer at a time anyway.
 */
export async function chainPlace(transaction: Database): Promise<ChainPlace> {
  if (isPostgres(transaction)) await sql`select pg_advisory_xact_lock_shared(${CHAIN})`.execute(transaction);
  const [newest] = (await newestDay(transaction, {})).rows;
  return newest;
}

const newestDay = keepQuery((db) =>
  db.selectFrom('chain_days').select(['day', 'head']).orderBy('day', 'desc').limit(1),
);

export interface ClosingDependencies {
  db: Database;
  /** Origin of the portal. */
  portal: string;
  signingKey: (db: Database) => Promise<SigningKey>;
  clock: () => Date;
}

/**
 * Closes every day that is over, those without a receipt too, one after another. The first day of all is the one before
 * the first receipt. Whoever shares the database may do so at the same time: each day is closed once. Gives how many.
 */
export async function closeDays(dependencies: ClosingDependencies): Promise<number> {
  const { db, clock } = dependencies;
  const yesterday = addDays(clock().toISOString().slice(0, 10), -1);
  const [newest] = (await newestDay(db, {})).rows;
  if (newest && newest.day >= yesterday) return 0;
  return db.transaction().execute(async (transaction) => {
    if (isPostgres(transaction)) await sql`select pg_advisory_xact_lock(${CHAIN})`.execute(transaction);
    const [standing] = (await newestDay(transaction, {})).rows;
    let previous: ChainPlace = standing;
    let closed = 0;
    const first = previous ? addDays(previous.day, 1) : await firstDay(transaction, yesterday);
    for (let day = first; day <= yesterday; day = addDays(day, 1)) {
      const row = await closeDay(transaction, dependencies, day, previous);
      previous = { day: row.day, head: row.head };
      closed++;
    }
    return closed;
  });
}

async function firstDay(transaction: Database, yesterday: string): Promise<string> {
  const { first } = await transaction
    .selectFrom('receipts')
    .select((build) => build.fn.min('day').as('first'))
    .executeTakeFirstOrThrow();
  return first !== null && first < yesterday ? first : yesterday;
}

async function closeDay(
  transaction: Database,
  { portal, signingKey }: ClosingDependencies,
  day: string,
  previous: ChainPlace,
): Promise<ChainDayRow> {
  const receipts = (await listedOn(transaction, day)).map(({ hash }) => hash);
  const head = sha256(headText({ day, ...(previous ? { previous } : {}), receipts }));
  const key = await signingKey(transaction);
  const row: ChainDayRow = {
    day,
    portal,
    previous_day: previous?.day ?? null,
    previous_head: previous?.head ?? null,
    head,
    key_id: key.id,
    signature: await signText(key.privateKey, dayText({ portal, day, previous, head })),
  };
  await transaction.insertInto('chain_days').values(row).execute();
  return row;
}

async function listedOn(db: Database, day: string): Promise<{ hash: string; erased_on: string | null }[]> {
  const rows = await db.selectFrom('receipts').select(['hash', 'erased_on']).where('day', '=', day).execute();
  // Databases sort texts differently.
  return rows.sort((a, b) => (a.hash < b.hash ? -1 : 1));
}

/** A closed day as it is published, the newest where none is named; undefined where it is not closed. */
export async function readDay(db: Database, day?: string): Promise<ChainDay | undefined> {
  const query = db.selectFrom('chain_days').selectAll();
  const row = await (
    day === undefined ? query.orderBy('day', 'desc').limit(1) : query.where('day', '=', day)
  ).executeTakeFirst();
  return row && publishedDay(db, row);
}

/** What is published of a day. */
export async function publishedDay(db: Database, row: ChainDayRow): Promise<ChainDay> {
  const listed = await listedOn(db, row.day);
  return chainDay.parse({
    version: 1,
    portal: row.portal,
    day: row.day,
    ...(row.previous_day && row.previous_head ? { previous: { day: row.previous_day, head: row.previous_head } } : {}),
    receipts: listed.map(({ hash }) => hash),
    head: row.head,
    erased: listed.filter(({ erased_on }) => erased_on !== null).map(({ hash }) => hash),
    key: row.key_id,
    signature: row.signature,
  });
}
