import type { Register } from '../register/register.ts';
import type { Guard } from './abuse/guard.ts';
import { attachmentResponse } from './attachments/stored-files.ts';
import { findCase, followCase } from './follow.ts';
import { handlePost, type PostOutcome } from './handle-post.ts';
import { takeIn, type IntakeContext, type Refused, type Submitted } from './intake.ts';
import type { Language } from '../lib/locales.ts';
import { actAsCitizen, answerRating, showRating, type CitizenOutcome, type RatingOutcome } from './life/citizen-desk.ts';
import { deleteCase, eraseIdentity } from './life/citizen-data.ts';
import { exportCase, type CaseExport } from './life/export-case.ts';
import { actAtDesk, deskFile, showDesk, type DeskOutcome } from './life/officer-desk.ts';
import { deleteOldCases } from './life/retention.ts';
import { agencyStatistics, allStatistics, type AgencyStatistics } from './life/statistics-report.ts';
import { tick, type TickResult } from './life/tick.ts';
import { createMailer, type MailSettings } from './mailer.ts';
import { drainOutbox, type DrainResult } from './outbox.ts';
import type { PostedForm } from './posted-form.ts';
import { createSender } from './sender.ts';
import { openStore } from './store/store.ts';
import type { CaseView } from './view.ts';

export interface CasesOptions {
  databaseFile: string;
  register: () => Promise<Register>;
  mail: MailSettings;
  /** Where the portal is reached, for the links in mails. */
  siteUrl: string;
  /** The server's own key, at least 32 characters. Whoever has it and the database can work out the cases' secrets. */
  secret: string;
  clock: () => Date;
  /** Slows down floods of submissions; without one everything is taken as it comes. */
  guard?: Guard | undefined;
  /** Receives events about mails and failures. They hold ids and codes, never a name, an address or a citizen's words. */
  log: (event: object) => void;
}

export interface Cases {
  /** Takes in a complaint as posted by the form on the portal's pages. Never throws. */
  receive(request: Request, context: IntakeContext): Promise<PostOutcome>;
  /** Takes in a case of the kind that the form names; a complaint where it names none. */
  submitComplaint(form: PostedForm, context: IntakeContext): Promise<Submitted | Refused>;
  follow(reference: string, secret: string): Promise<CaseView | undefined>;
  /** Does what the citizen decided on a case that they opened with reference and secret; undefined where these are wrong. */
  act(reference: string, secret: string, form: PostedForm, language: Language): Promise<CitizenOutcome | undefined>;
  /** Gives a file of a case, by its number, to whoever has reference and secret; undefined where one of the three is wrong. */
  file(reference: string, secret: string, number: number): Promise<Response | undefined>;
  /** Shows a case to whoever holds the signed link of a mail. Changes nothing. */
  desk(token: string): Promise<DeskOutcome>;
  /** Gives a file of a case to whoever holds that link. */
  deskFile(token: string, number: number): Promise<Response | undefined>;
  /** Does what that officer decided. */
  actAtDesk(token: string, form: PostedForm, language: Language): Promise<DeskOutcome>;
  /** The question whether the citizen is satisfied. Changes nothing. */
  rating(token: string): Promise<RatingOutcome>;
  rate(token: string, form: PostedForm, language: Language): Promise<RatingOutcome>;
  /** Gives the citizen all that is stored about their case; undefined where reference or secret are wrong. */
  exportCase(reference: string, secret: string): Promise<CaseExport | undefined>;
  /** Erases who the citizen is, or the whole case. Gives false where reference or secret are wrong. */
  erase(reference: string, secret: string, what: 'identity' | 'case'): Promise<boolean>;
  /** Deletes the cases that have been kept as long as their country keeps them. Gives how many. */
  deleteOld(): Promise<number>;
  /** The open figures of an agency, worked out from the event log; undefined where the register has no such agency. */
  statistics(agency: string): Promise<AgencyStatistics | undefined>;
  /** The figures of every agency that had a case, in one month (2026-03) or in all. */
  allStatistics(month?: string): ReturnType<typeof allStatistics>;
  /** Looks at the clocks that are due, once: reminds and escalates. */
  tick(): Promise<TickResult>;
  /** Sends what is due, once. For a scheduled job and for tests. */
  drain(): Promise<DrainResult>;
  /** Keeps looking at clocks and sending what is due until `close()`. */
  start(): void;
  close(): Promise<void>;
}

const SECRET_LENGTH_MIN = 32;
/** How often the outbox is looked through; a new complaint does not wait for it. */
const ROUND_MS = 15_000;
const TIDY_MS = 60 * 60 * 1000;

/** Opens the case database and composes intake, delivery and view. */
export async function createCases(options: CasesOptions): Promise<Cases> {
  if (options.secret.length < SECRET_LENGTH_MIN)
    throw new Error(`The secret of the case pipeline is too short. Set one of at least ${SECRET_LENGTH_MIN} random characters.`);
  const db = await openStore(options.databaseFile);
  const mailer = createMailer(options.mail);
  const dependencies = { ...options, db };
  const drain = (): Promise<DrainResult> => drainOutbox({ ...dependencies, mailer });
  const sender = createSender({ drain, before: createChores(dependencies), log: options.log, roundMs: ROUND_MS });
  const intake: Pick<Cases, 'submitComplaint' | 'follow'> = {
    submitComplaint: (form, context) => sender.wakeAfter(takeIn(dependencies, form, context)),
    follow: (reference, secret) => followCase(dependencies, reference, secret),
  };
  return {
    ...intake,
    receive: (request, context) => handlePost(intake, request, context, options.log),
    async act(reference, secret, form, language) {
      const id = await findCase(db, reference, secret);
      return id === undefined ? undefined : sender.wakeAfter(actAsCitizen(dependencies, id, form, language));
    },
    async file(reference, secret, number) {
      const id = await findCase(db, reference, secret);
      return id === undefined ? undefined : attachmentResponse(db, id, number);
    },
    desk: (token) => showDesk(dependencies, token),
    deskFile: (token, number) => deskFile(dependencies, token, number),
    actAtDesk: (token, form, language) => sender.wakeAfter(actAtDesk(dependencies, token, form, language)),
    rating: (token) => showRating(dependencies, token),
    rate: (token, form, language) => sender.wakeAfter(answerRating(dependencies, token, form, language)),
    async exportCase(reference, secret) {
      const id = await findCase(db, reference, secret);
      return id === undefined ? undefined : exportCase(db, id);
    },
    async erase(reference, secret, what) {
      const id = await findCase(db, reference, secret);
      if (id === undefined) return false;
      await (what === 'case' ? deleteCase(db, id) : eraseIdentity(db, id, options.clock()));
      return true;
    },
    statistics: async (agency) => agencyStatistics(db, await options.register(), agency, options.clock()),
    allStatistics: async (month) => allStatistics(db, await options.register(), options.clock(), month),
    deleteOld: () => deleteOldCases(dependencies),
    tick: () => tick(dependencies),
    drain: sender.drain,
    start: sender.start,
    async close() {
      // First, or a slow mail server could hold up the end for as long as it keeps silent.
      mailer.close();
      await sender.stop();
      await db.destroy();
    },
  };
}

/** What is done before each round: a look at the clocks, and once an hour at what has been kept long enough. */
function createChores(dependencies: Parameters<typeof tick>[0]): () => Promise<void> {
  let tidiedAt = -Infinity;
  return async () => {
    await tick(dependencies);
    const now = dependencies.clock().getTime();
    if (now - tidiedAt < TIDY_MS) return;
    tidiedAt = now;
    await deleteOldCases(dependencies);
  };
}
