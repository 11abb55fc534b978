import type { Email } from 'postal-mime';
import { findNamed, release } from '../../../src/cases/addresses/release.ts';
import { openDatabase } from '../../../src/database/open-database.ts';
import type { Register } from '../../../src/register/register.ts';
import { onTestFinished } from 'vitest';
import { catchMail, openPipeline, readMail, type Pipeline } from '../pipeline-fixture.ts';
import { testRegister } from '../register-fixture.ts';
import type { Database } from '../../../src/database/tables.ts';

export const DAY_MS = 24 * 60 * 60 * 1000;

/** The made-up country on a portal that is no demonstration, so that addresses have to be proved. */
export function liveRegister(change: (register: Register) => void = () => undefined): Register {
  return testRegister((register) => {
    // Mail goes to a server on this machine all the same: that is where the test's one listens.
    register.portal.publisherKind = 'government';
    change(register);
  });
}

export interface LivePortal extends Pipeline {
  /** Asks for the proofs that are due and sends what waits. */
  look(): Promise<number>;
  /** Mails to an address, oldest first. */
  to(recipient: string): Promise<Email[]>;
  /** The code and the link's token in the newest mail to an address. */
  keys(recipient: string): Promise<{ code: string; token: string }>;
  answer(fields: Record<string, string>): ReturnType<Pipeline['cases']['addresses']['answer']>;
  /** Proves an address by the link of its newest mail. */
  prove(recipient: string): Promise<void>;
}

/** Opens one whose operator has let mail go to the names given, or to the whole country. */
export async function openLivePortal(
  register: Register = liveRegister(),
  { released = ['xx'], ...options }: Parameters<typeof openPipeline>[0] & { released?: string[] } = {},
): Promise<LivePortal> {
  const catcher = await catchMail();
  const pipeline = await openPipeline({
    smtpPort: catcher.smtpPort,
    register: () => Promise.resolve(register),
    ...options,
  });
  const to = async (recipient: string): Promise<Email[]> =>
    (await readMail(catcher)).filter((mail) => mail.recipient === recipient);
  const keys = async (recipient: string): Promise<{ code: string; token: string }> => {
    const text = (await to(recipient)).findLast((mail) => mail.text?.includes('/cases/prove/?t='))?.text ?? '';
    return {
      code: /(?:Code|Msimbo): (\S+)/.exec(text)?.[1] ?? '',
      token: /\/cases\/prove\/\?t=(\S+)/.exec(text)?.[1] ?? '',
    };
  };
  const answer = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ says: 'ours', ...fields })) form.set(name, value);
    return pipeline.cases.addresses.answer(form, { language: 'en' });
  };
  await letGo(pipeline, register, ...released);
  return Object.assign(pipeline, {
    async look() {
      const asked = await pipeline.cases.addresses.ask();
      await pipeline.cases.rounds.drain();
      return asked;
    },
    to,
    keys,
    answer,
    async prove(recipient: string) {
      const { kind } = await answer({ t: (await keys(recipient)).token });
      if (kind !== 'proved') throw new Error(`${recipient} was not proved: ${kind}`);
    },
  });
}

/** Has the operator let mail go to countries, bodies or addresses. */
export async function letGo(
  { databaseFile }: Pick<Pipeline, 'databaseFile'>,
  register: Register,
  ...names: string[]
): Promise<void> {
  const db = await openDatabase(databaseFile);
  for (const name of names) {
    const named = findNamed(register, name);
    if (!named) throw new Error(`The register has no ${name}.`);
    await release(db, named, '2026-03-10T09:00:00.000Z');
  }
  await db.destroy();
}

/** Opens the database of a portal beside it, as another program does. */
export async function besideThe({ databaseFile }: Pick<Pipeline, 'databaseFile'>): Promise<Database> {
  const db = await openDatabase(databaseFile);
  onTestFinished(() => db.destroy());
  return db;
}
