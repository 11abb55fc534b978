import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { onTestFinished } from 'vitest';
import { createCases, type Cases, type CasesOptions } from '../../src/cases/cases.ts';
import { heldFileField } from '../../src/cases/files/held-files.ts';
import { filesField } from '../../src/cases/files/take-files.ts';
import { submissionKeyField, waitingKeyField } from '../../src/cases/forms/form-values.ts';
import type { PostOutcome } from '../../src/cases/intake/handle-post.ts';
import type { IntakeContext } from '../../src/cases/intake/dependencies.ts';
import type { Returned, Submitted } from '../../src/cases/intake/returned.ts';
import { startMailCatcher, type MailCatcher } from '../../src/server/mail-catcher/mail-catcher.ts';
import { closedPort } from './closed-port.ts';
import { testRegister } from './register-fixture.ts';
import { storeUnderTest, temporaryFolder, type Fault, type Row } from './store-under-test.ts';

export { closedPort };

export const story = 'I paid for a new connection in March and nobody has come.';

/** A posted form; later values of the same name replace earlier ones. */
export function complaintForm(fields: Record<string, string | string[]> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({
    agency: 'water',
    details: story,
    language: 'en',
    ...fields,
  })) {
    for (const item of Array.isArray(value) ? value : [value]) form.append(name, item);
  }
  return form;
}

type Checked = Pick<Returned, 'held' | 'wait'> & { submissionKey: string };

/**
 * The form of the check page: the same words, with the server's key, and with the files that it holds in place of
 * the chosen ones.
 */
export function checkedForm(form: FormData, { submissionKey, held, wait }: Checked): FormData {
  const checked = new FormData();
  for (const [name, value] of form.entries()) if (name !== filesField) checked.append(name, value);
  checked.set(submissionKeyField, submissionKey);
  if (wait?.waitingKey) checked.set(waitingKeyField, wait.waitingKey);
  for (const { token } of held) checked.append(heldFileField, token);
  return checked;
}

/** Posts a form for the first time, and gives the form of the check page that comes back. */
export async function checkPage(
  cases: Pick<Cases, 'intake'>,
  form: FormData,
  context: IntakeContext,
): Promise<FormData> {
  const shown = await cases.intake.submit(form, context);
  if (shown.ok || !shown.check)
    throw new Error(`expected to be checked first: ${JSON.stringify({ ...shown, held: undefined })}`);
  return checkedForm(form, { ...shown, ...shown.check });
}

/** Sends a form as a person does: what comes back to be checked is read through and sent. */
export async function sendForm(
  cases: Pick<Cases, 'intake'>,
  form: FormData,
  context: IntakeContext,
): Promise<Submitted | Returned> {
  const first = await cases.intake.submit(form, context);
  return first.ok || !first.check
    ? first
    : cases.intake.submit(checkedForm(form, { ...first, ...first.check }), context);
}

/** Posts a form in the same two steps, as requests. */
export async function postForm(
  cases: Pick<Cases, 'intake'>,
  form: FormData,
  context: IntakeContext,
): Promise<PostOutcome> {
  const post = (body: FormData): Promise<PostOutcome> =>
    cases.intake.receive(new Request('http://portal.example/cases/new/', { method: 'POST', body }), context);
  const first = await post(form);
  return first.kind === 'check' && first.status === 200 ? post(checkedForm(form, first)) : first;
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
    mail: { host: '127.0.0.1', port: options.smtpPort ?? (await closedPort()), ownCatcher: true },
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

/** The caught messages read back from their raw form, with the recipient of the envelope. */
export async function readMail(catcher: MailCatcher): Promise<(Email & { recipient: string; raw: string })[]> {
  const caught = await catcher.messages();
  return Promise.all(
    caught.map(async ({ raw, recipients }) => ({
      ...(await PostalMime.parse(raw)),
      recipient: recipients.join(', '),
      raw: raw.toString('utf8'),
    })),
  );
}

export function accepted(result: Submitted | Returned): Submitted {
  if (!result.ok) throw new Error(`not sent: ${JSON.stringify({ ...result, held: undefined })}`);
  return result;
}
