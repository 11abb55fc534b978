import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { onTestFinished } from 'vitest';
import { createCases, type Cases, type CasesOptions } from '../../src/cases/cases.ts';
import type { Submitted } from '../../src/cases/intake.ts';
import { startMailCatcher, type MailCatcher } from '../../src/server/mail-catcher/mail-catcher.ts';
import { testRegister } from './register-fixture.ts';

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
  databaseFile: string;
}

/** Opens a pipeline on a database of its own. Without a mail port its mail server is down. */
export async function openPipeline(options: Partial<CasesOptions> & { smtpPort?: number } = {}): Promise<Pipeline> {
  const folder = await temporaryFolder();
  const logged: object[] = [];
  let now = Date.parse('2026-03-10T09:00:00Z');
  const settings: CasesOptions = {
    databaseFile: join(folder, 'cases.sqlite'),
    register: () => Promise.resolve(testRegister()),
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

/** Gives a port on which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'opencharter-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
