import { sql } from 'kysely';
import { migrations } from '../../../database/migrations/index.ts';
import { openUnchanged } from '../../../database/open-database.ts';
import { DatabaseProblem } from '../../../database/opening-problem.ts';
import { isPostgres } from '../../../database/postgres.ts';
import type { Database } from '../../../database/tables.ts';
import { findings, type Finding } from './finding.ts';

const [database, clock, mail] = [findings('Database'), findings('Clock'), findings('Mail')];
const DRIFT_MAX_S = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Opens the case database without changing it, and looks at its tables, the clock, and mail that did not go out. */
export async function checkCases(location: string, now: Date): Promise<Finding[]> {
  let db: Database;
  try {
    db = await openUnchanged(location);
  } catch (error) {
    const { kind, message } = error as DatabaseProblem;
    if (!(error instanceof DatabaseProblem)) throw error;
    return kind === 'missing'
      ? [database.look(message, 'Nothing, if the portal has never run with these settings.')]
      : [database.wrong(message, 'See src/docs/deploy.md, Backups, if it has to be put back.')];
  }
  try {
    return [await checkTables(db), await checkClock(db, now), await checkOutbox(db, now)];
  } finally {
    await db.destroy();
  }
}

async function checkTables(db: Database): Promise<Finding> {
  const done = await db.selectFrom('kysely_migration').select('name').execute();
  const { cases } = await db
    .selectFrom('cases')
    .select((of) => of.fn.countAll().as('cases'))
    .executeTakeFirstOrThrow();
  const waiting = Object.keys(migrations).filter((name) => !done.some((each) => each.name === name));
  return waiting.length === 0
    ? database.ok(`Opens, with ${Number(cases)} cases.`)
    : database.look(
        `Its tables are those of an earlier version (${waiting.length} changes wait).`,
        'Make a backup, then restart the portal: it brings them up to date.',
      );
}

/** A clock that is wrong moves deadlines and ends sign-ins and proofs. */
async function checkClock(db: Database, now: Date): Promise<Finding> {
  const [newest] = [
    await db
      .selectFrom('events')
      .select((of) => of.fn.max('at').as('at'))
      .executeTakeFirst(),
  ];
  if (newest?.at && Date.parse(newest.at) > now.getTime() + DRIFT_MAX_S * 1000)
    return clock.wrong(
      `This machine says ${now.toISOString()}, but a case has an event of ${newest.at}.`,
      'Set the clock (timedatectl set-ntp true).',
    );
  if (!isPostgres(db)) return clock.ok('No case has an event of the future.');
  const { rows } = await sql<{
    seconds: number;
  }>`select extract(epoch from clock_timestamp())::float8 as seconds`.execute(db);
  const apart = Math.round(Math.abs((rows[0]?.seconds ?? 0) - now.getTime() / 1000));
  return apart <= DRIFT_MAX_S
    ? clock.ok(`Goes as that of the database (${apart} s apart).`)
    : clock.wrong(`Is ${apart} s apart from that of the database.`, 'Set both (timedatectl set-ntp true).');
}

async function checkOutbox(db: Database, now: Date): Promise<Finding> {
  const of = (open: boolean) =>
    db
      .selectFrom('outbox')
      .select((each) => each.fn.countAll().as('mails'))
      .where('sent_at', 'is', null)
      .where('failed_at', open ? 'is' : 'is not', null)
      .$if(open, (query) => query.where('due_at', '<', new Date(now.getTime() - DAY_MS).toISOString()))
      .executeTakeFirstOrThrow();
  const [late, failed] = [Number((await of(true)).mails), Number((await of(false)).mails)];
  if (late + failed === 0) return mail.ok('Nothing waits that should have gone out, and nothing failed.');
  return mail.look(
    `${late} mails wait since more than a day, ${failed} failed for good.`,
    'npm run outbox tells which.',
  );
}
