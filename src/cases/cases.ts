import type { Register } from '../register/register.ts';
import type { Guard } from './abuse/guard.ts';
import { createHoldLimit } from './abuse/hold-limit.ts';
import { dropOldHeldFiles } from './files/held-files.ts';
import { attachmentResponse } from './store/stored-files.ts';
import { createTries } from './abuse/tries.ts';
import { createChores } from './rounds/chores.ts';
import { findCase, followCase } from './desks/follow.ts';
import { handlePost, type PostOutcome } from './intake/handle-post.ts';
import { readLink } from './case/signed-link.ts';
import { normaliseReference } from './case/reference.ts';
import { takeIn, type IntakeContext, type Returned, type Submitted } from './intake/take-in.ts';
import type { Language } from '../lib/locales.ts';
import {
  actAsCitizen,
  answerRating,
  showRating,
  type CitizenOutcome,
  type RatingOutcome,
} from './desks/citizen-desk.ts';
import { deleteCase, eraseIdentity } from './desks/citizen-data.ts';
import { exportCase, type CaseExport } from './desks/export-case.ts';
import { actAtDesk, deskFile, showDesk, type DeskOutcome } from './desks/officer-desk.ts';
import { deleteOldCases } from './rounds/retention.ts';
import { agencyStatistics, allStatistics, type AgencyStatistics } from './statistics/report.ts';
import { tick, type TickResult } from './rounds/tick.ts';
import { createMailer } from '../mail/mailer.ts';
import { createOutbox, type DrainResult } from '../mail/outbox.ts';
import type { PostedForm } from '../web/posted-form.ts';
import { mailKinds } from './mail-kinds.ts';
import { createSender } from '../mail/sender.ts';
import { askDueAddresses } from './addresses/ask.ts';
import { listAddresses, type ListedAddress } from './addresses/address-list.ts';
import { createProofDesk, type ProofPage, type ProofQuestion } from './addresses/proof-desk.ts';
import { createProofMemory } from './addresses/proof-memory.ts';
import { readStanding } from './addresses/standing.ts';
import type { MailSettings } from '../mail/smtp.ts';
import { forgetErased } from '../database/forget-erased.ts';
import { openDatabase } from '../database/open-database.ts';
import type { CaseView } from './case/view.ts';

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
  /**
   * Receives events about mails and failures. They hold ids and codes, never a name, an address or a citizen's words.
   */
  log: (event: object) => void;
  /** How long a mail may keep a lane of the outbox; for tests. */
  patienceMs?: number | undefined;
}

export interface Cases {
  /**
   * Takes in a complaint as posted by the form on the portal's pages, or shows it to be checked first. Never throws.
   */
  receive(request: Request, context: IntakeContext): Promise<PostOutcome>;
  /**
   * Takes in a case of the kind that the form names, a complaint where it names none; or gives it back to be checked or
   * mended.
   */
  submitComplaint(form: PostedForm, context: IntakeContext): Promise<Submitted | Returned>;
  follow(reference: string, secret: string): Promise<CaseView | undefined>;
  /**
   * Lets a visitor try a door (a reference, or the token of a signed link) unless they, or too many, have failed there
   * just now. `open` gives undefined where it stayed shut.
   */
  knock<T>(door: string, clientAddress: string | undefined, open: () => Promise<T | undefined>): Promise<Knocked<T>>;
  /**
   * Does what the citizen decided on a case that they opened with reference and secret; undefined where these are
   * wrong.
   */
  act(reference: string, secret: string, form: PostedForm, language: Language): Promise<CitizenOutcome | undefined>;
  /**
   * Gives a file of a case, by its number, to whoever has reference and secret; undefined where one of the three is
   * wrong.
   */
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
  /**
   * Deletes the cases that have been kept as long as their country keeps them, and files that were never sent. Gives
   * how many cases.
   */
  deleteOld(): Promise<number>;
  /** The open figures of an agency, worked out from the event log; undefined where the register has no such agency. */
  statistics(agency: string): Promise<AgencyStatistics | undefined>;
  /** The figures of every agency that had a case, in one month (2026-03) or in all. */
  allStatistics(month?: string): ReturnType<typeof allStatistics>;
  /**
   * Gives what the link in a mail to an address asks; undefined where it is no address of the register. Changes
   * nothing.
   */
  addressQuestion(token: string): Promise<ProofQuestion | undefined>;
  /** Takes what the reader of an address says of it. */
  answerAddress(form: PostedForm, context: IntakeContext): Promise<ProofPage>;
  /** Gives every address of the register and whether it is proved. */
  addresses(): Promise<ListedAddress[]>;
  /** Asks for the proofs that are due, once. Gives how many mails were put in the outbox. */
  askAddresses(): Promise<number>;
  /** Looks at the clocks that are due, once: reminds and escalates. */
  tick(): Promise<TickResult>;
  /** Sends what is due, once, and waits for the slowest of it. For a scheduled job and for tests. */
  drain(): Promise<DrainResult>;
  /** Keeps looking at clocks and sending what is due until `close()`. */
  start(): void;
  close(): Promise<void>;
}

const SECRET_LENGTH_MIN = 32;
/** How often the outbox is looked through; a new complaint does not wait for it. */
const ROUND_MS = 15_000;
const HOUR_MS = 60 * 60 * 1000;

/** What came of a try: it was made, or has to wait and looked nothing up. */
export type Knocked<T> = { kind: 'tried'; value: T | undefined } | { kind: 'later'; until: Date };

/** Opens the case database and composes intake, delivery and view. */
export async function createCases(options: CasesOptions): Promise<Cases> {
  if (options.secret.length < SECRET_LENGTH_MIN)
    throw new Error(
      `The secret of the case pipeline is too short. Set one of at least ${SECRET_LENGTH_MIN} random characters.`,
    );
  const db = await openDatabase(options.databaseFile);
  const mailer = createMailer(options.mail);
  const proofs = createProofMemory({ ...options, db });
  const dependencies = { ...options, db, usableIn: proofs.usableIn, holdLimit: createHoldLimit(options) };
  const proofDesk = createProofDesk(dependencies);
  const outbox = createOutbox({ ...dependencies, mailer, kinds: mailKinds });
  const tries = createTries(options);
  /** Whoever is given a case from here on has an address that may be used as of now. */
  const routed = async <T>(act: () => Promise<T>): Promise<T> => {
    await proofs.keepFresh();
    return act();
  };
  const drain = async (): Promise<DrainResult> => {
    const result = await outbox.drain();
    // An address that takes no mail has lost its proof.
    if (result.refused > 0) proofs.forget();
    return result;
  };
  const before = createChores(
    [
      { do: () => routed(() => tick(dependencies)), everyMs: 0 },
      { do: () => askDueAddresses(dependencies), everyMs: HOUR_MS / 6 },
      { do: () => deleteOldCases(dependencies), everyMs: HOUR_MS },
      { do: () => forgetErased(db), everyMs: HOUR_MS },
      { do: () => dropOldHeldFiles(db, options.clock()), everyMs: HOUR_MS / 12 },
    ],
    options.clock,
  );
  const sender = createSender({ drain, before, log: options.log, roundMs: ROUND_MS });
  const intake: Pick<Cases, 'submitComplaint' | 'follow'> = {
    submitComplaint: (form, context) => sender.wakeAfter(routed(() => takeIn(dependencies, form, context))),
    follow: (reference, secret) => followCase(dependencies, reference, secret),
  };
  return {
    ...intake,
    async knock(door, clientAddress, open) {
      const admitted = tries.admit(doorOf(door), clientAddress);
      if (!admitted.ok) return { kind: 'later', until: admitted.until };
      try {
        const value = await open();
        admitted.settle(value !== undefined);
        return { kind: 'tried', value };
      } catch (error) {
        // A store that fails tells nothing of the secret, so nobody waits for having tried it.
        admitted.settle(true);
        throw error;
      }
    },
    receive: (request, context) =>
      handlePost({ submit: intake.submitComplaint, follow: intake.follow }, request, context, options.log),
    async act(reference, secret, form, language) {
      const id = await findCase(db, reference, secret);
      return id === undefined
        ? undefined
        : sender.wakeAfter(routed(() => actAsCitizen(dependencies, id, form, language)));
    },
    async file(reference, secret, number) {
      const id = await findCase(db, reference, secret);
      return id === undefined ? undefined : attachmentResponse(db, id, number);
    },
    desk: (token) => showDesk(dependencies, token),
    deskFile: (token, number) => deskFile(dependencies, token, number),
    actAtDesk: (token, form, language) =>
      sender.wakeAfter(routed(() => actAtDesk(dependencies, token, form, language))),
    rating: (token) => showRating(dependencies, token),
    rate: (token, form, language) => sender.wakeAfter(routed(() => answerRating(dependencies, token, form, language))),
    async exportCase(reference, secret) {
      const id = await findCase(db, reference, secret);
      return id === undefined ? undefined : exportCase(db, id);
    },
    async erase(reference, secret, what) {
      const id = await findCase(db, reference, secret);
      if (id === undefined) return false;
      await (what === 'case' ? deleteCase(db, id) : eraseIdentity(db, id, options.clock()));
      await forgetErased(db);
      return true;
    },
    statistics: async (agency) => agencyStatistics(db, await options.register(), agency, options.clock()),
    allStatistics: async (month) => allStatistics(db, await options.register(), options.clock(), month),
    async deleteOld() {
      await dropOldHeldFiles(db, options.clock());
      return deleteOldCases(dependencies);
    },
    addressQuestion: proofDesk.question,
    async answerAddress(form, context) {
      const page = await sender.wakeAfter(proofDesk.answer(form, context));
      proofs.forget();
      return page;
    },
    addresses: async () => listAddresses(await readStanding(db), await options.register(), options.clock()),
    askAddresses: () => askDueAddresses(dependencies),
    tick: () => routed(() => tick(dependencies)),
    async drain() {
      const result = await sender.drain();
      await outbox.rest();
      return result;
    },
    start: sender.start,
    async close() {
      // First, or a slow mail server could hold up the end for as long as it keeps silent.
      mailer.close();
      await sender.stop();
      await outbox.rest();
      await db.destroy();
    },
  };
}

/** One case is one door, however its reference is written and whichever of its links is tried. */
function doorOf(given: string): string {
  return normaliseReference(given) ?? readLink(given)?.reference ?? given.slice(0, 40);
}
