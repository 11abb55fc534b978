import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { onTestFinished } from 'vitest';
import { createCases, type Cases, type CasesOptions } from '../../src/cases/cases.ts';
import type { Submitted } from '../../src/cases/intake.ts';
import { startMailCatcher, type MailCatcher } from '../../src/server/mail-catcher/mail-catcher.ts';
import { closedPort } from './closed-port.ts';
import { testRegister } from './register-fixture.ts';
import { storeUnderTest, temporaryFolder, type Fault, type Row } from './store-under-test.ts';

export { closedPort };

export const story = 'I paid for a new connection in March and nobody has come.';

/** Gives a posted form; later values of the same name replace earlier ones. */
export function complaintForm(fields: Record<string, string | string[]> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({
    agency: 'water',
    whatHappened: story,
    language: 'en',
    submissionKey: 'a-key-of-this-visitor',
    ...fields,
  })) {
    for (const item of Array.isArray(value) ? value : [value]) form.append(name, item);
  }
  return form;
}

export interface Pipeline {
  cases: Cases;
  /** Everything that was logged. */
  logged: object[];
  /** Moves the clock on. */
  passTime(ms: number): void;
  /** Closes and opens again on the same database, as after a restart. */
  reopen(): Promise<void>;
  /** File of the database, or its address. */
  databaseFile: string;
  /** Runs SQL on the database, as another program would. */
  query(sql: string): Promise<Row[]>;
  count(table: string): Promise<number>;
  /** Makes writes fail until the function it gives is called. */
  breakWrites(fault: Fault): Promise<() => Promise<void>>;
}

/** Opens a pipeline on a database of its own. Without a mail port its mail server is down. */
export async function openPipeline(options: Partial<CasesOptions> & { smtpPort?: number } = {}): Promise<Pipeline> {
  const logged: object[] = [];
  let now = Date.parse('2026-03-10T09:00:00Z');
  const register = testRegister();
  const settings: CasesOptions = {
    databaseFile: options.databaseFile ?? (await storeUnderTest().create()),
    register: () => Promise.resolve(register),
    mail: { host: '127.0.0.1', port: options.smtpPort ?? (await closedPort()) },
    siteUrl: 'https://portal.example',
    secret: 'a secret for tests that is long enough',
    clock: () => new Date(now),
    log: (event) => logged.push(event),
    ...options,
  };
  const pipeline: Pipeline = {
    cases: await createCases(settings),
    logged,
    passTime: (ms) => void (now += ms),
    async reopen() {
      await pipeline.cases.close();
      pipeline.cases = await createCases(settings);
    },
    databaseFile: settings.databaseFile,
    query: (sql) => storeUnderTest().query(settings.databaseFile, sql),
    count: async (table) => Number((await pipeline.query(`select count(*) as n from ${table}`))[0]?.['n']),
    async breakWrites(fault) {
      await storeUnderTest().breakWrites(settings.databaseFile, fault);
      return () => storeUnderTest().mend(settings.databaseFile, fault);
    },
  };
  onTestFinished(() => pipeline.cases.close());
  return pipeline;
}

export async function catchMail(smtpPort = 0): Promise<MailCatcher> {
  const catcher = await startMailCatcher({ smtpPort, webPort: 0, folder: join(await temporaryFolder(), 'mail') });
  onTestFinished(() => catcher.close());
  return catcher;
}

/** Gives the caught messages read back from their raw form, with the recipient of the envelope. */
export async function readMail(catcher: MailCatcher): Promise<(Email & { recipient: string; raw: string })[]> {
  const caught = await catcher.messages();
  return Promise.all(
    caught.map(async ({ raw, recipients }) => ({ ...(await PostalMime.parse(raw)), recipient: recipients.join(', '), raw: raw.toString('utf8') })),
  );
}

export function accepted(result: Awaited<ReturnType<Cases['submitComplaint']>>): Submitted {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problems)}`);
  return result;
}
