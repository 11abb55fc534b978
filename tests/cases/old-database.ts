import { randomUUID } from 'node:crypto';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { createReference } from '../../src/cases/case/reference.ts';
import { createSeed, deriveSecret, hashSecret } from '../../src/cases/case/secret.ts';
import { migrations } from '../../src/database/migrations/index.ts';
import { dialectOf } from '../../src/database/open-database.ts';
import type { CaseEvent } from '../../src/schemas/cases/event.ts';

/** A mail as a row of the tables of before had it. */
export interface OldMail {
  id: string;
  case_id: string;
  due_at: string;
  [column: string]: string | number | null;
}

export interface OldDatabase {
  /** Writes a case with the events that followed its receipt, numbered from 2. Gives its id. */
  addCase(events?: CaseEvent[]): Promise<string>;
  /** Adds to `outbox` or `letters`. */
  addMails(table: 'outbox' | 'letters', mails: OldMail[]): Promise<void>;
  close(): Promise<void>;
}

/** Makes a database as a version before left it: with the migrations whose names come before `until`. */
export async function makeOldDatabase(
  location: string,
  options: { until: string; at: string; secret: string },
): Promise<OldDatabase> {
  const db = new Kysely<Record<string, Record<string, unknown>>>({ dialect: dialectOf(location) });
  const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < options.until));
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(before) },
  }).migrateToLatest();
  if (error) throw error as Error;
  return {
    async addCase(events = []) {
      const id = randomUUID();
      await db.insertInto('cases').values(caseRow(id, options)).execute();
      const history = [received, ...events].map((event, index) => ({
        case_id: id,
        sequence: index + 1,
        at: options.at,
        kind: event.kind,
        data: JSON.stringify(event),
      }));
      await db.insertInto('events').values(history).execute();
      return id;
    },
    async addMails(table, mails) {
      for (const mail of mails) await db.insertInto(table).values(mail).execute();
    },
    close: () => db.destroy(),
  };
}

const received: CaseEvent = {
  kind: 'received',
  version: 1,
  agency: 'water',
  agencyName: 'Water Board',
  route: {
    receiver: {
      kind: 'body',
      agency: 'water',
      name: 'Water Board',
      title: 'Desk',
      own: true,
      email: 'complaints@water.example',
    },
    passedOver: [],
  },
};

function caseRow(id: string, { secret, at }: { secret: string; at: string }): Record<string, unknown> {
  const seed = createSeed();
  return {
    id,
    reference: createReference(),
    agency: 'water',
    service: null,
    language: 'en',
    received_at: at,
    submission_hash: id,
    submission_key: id,
    secret_seed: seed,
    secret_hash: hashSecret(deriveSecret(secret, seed)),
    matter: JSON.stringify({
      kind: 'complaint',
      agency: 'water',
      whatHappened: 'Nobody has come since March.',
      broken: [],
      language: 'en',
    }),
    identity: JSON.stringify({ email: 'amina@home.example', shareIdentity: false }),
  };
}
