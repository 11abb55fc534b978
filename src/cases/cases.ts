import type { Register } from '../register/register.ts';
import { followCase } from './follow.ts';
import { handlePost, type PostOutcome } from './handle-post.ts';
import { takeIn, type IntakeContext, type Refused, type Submitted } from './intake.ts';
import { createMailer, type MailSettings } from './mailer.ts';
import { drainOutbox, type DrainResult } from './outbox.ts';
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
  /** Receives events about mails and failures. They hold ids and codes, never a name, an address or a citizen's words. */
  log: (event: object) => void;
}

export interface Cases {
  /** Takes in a complaint as posted by the form on the portal's pages. Never throws. */
  receive(request: Request, context: IntakeContext): Promise<PostOutcome>;
  submitComplaint(form: FormData, context: IntakeContext): Promise<Submitted | Refused>;
  follow(reference: string, secret: string): Promise<CaseView | undefined>;
  /** Sends what is due, once. For a scheduled job and for tests. */
  drain(): Promise<DrainResult>;
  /** Keeps sending what is due until `close()`. */
  start(): void;
  close(): Promise<void>;
}

const SECRET_LENGTH_MIN = 32;
/** How often the outbox is looked through; a new complaint does not wait for it. */
const ROUND_MS = 15_000;

/** Opens the case database and composes intake, delivery and view. */
export async function createCases(options: CasesOptions): Promise<Cases> {
  if (options.secret.length < SECRET_LENGTH_MIN)
    throw new Error(`The secret of the case pipeline is too short. Set one of at least ${SECRET_LENGTH_MIN} random characters.`);
  const db = await openStore(options.databaseFile);
  const mailer = createMailer(options.mail);
  const sender = createSender(() => drainOutbox({ ...options, db, mailer }), options.log);
  const intake: Pick<Cases, 'submitComplaint' | 'follow'> = {
    async submitComplaint(form, context) {
      const result = await takeIn({ ...options, db }, form, context);
      if (result.ok) sender.wake();
      return result;
    },
    follow: (reference, secret) => followCase(db, reference, secret),
  };
  return {
    ...intake,
    receive: (request, context) => handlePost(intake, request, context, options.log),
    drain: sender.drain,
    start: sender.start,
    async close() {
      await sender.stop();
      mailer.close();
      await db.destroy();
    },
  };
}

/** Runs rounds of sending: never two at once in this process, one soon after each `wake()`, and one every few seconds. */
function createSender(drain: () => Promise<DrainResult>, log: CasesOptions['log']) {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<DrainResult> | undefined;
  const once = (): Promise<DrainResult> => (running ??= drain().finally(() => (running = undefined)));
  const round = (): void => {
    once().catch((error: unknown) => log({ event: 'drain-failed', error: (error as Error).message }));
  };
  return {
    /** Waits for a round under way, which may have passed the newest mail already, and runs another. */
    drain: async (): Promise<DrainResult> => {
      await running?.catch(() => undefined);
      return once();
    },
    wake: (): void => {
      setImmediate(() => {
        if (timer) round();
      });
    },
    start: (): void => {
      timer ??= setInterval(round, ROUND_MS).unref();
      round();
    },
    stop: async (): Promise<void> => {
      clearInterval(timer);
      timer = undefined;
      await running?.catch(() => undefined);
    },
  };
}
