import { openDatabase } from '../database/open-database.ts';
import type { Database } from '../database/tables.ts';
import { createMailer } from '../mail/mailer.ts';
import { createNotes, NOTE_KIND, noteRules, type Notes } from '../mail/notes.ts';
import { createOutbox, type DrainResult } from '../mail/outbox.ts';
import { readMailQueue, type MailQueue } from '../mail/queue.ts';
import type { MailSettings } from '../mail/smtp.ts';
import type { Register } from '../register/register.ts';
import { createDoorkeeper, type Doorkeeper } from './abuse/doorkeeper.ts';
import type { Guard } from './abuse/guard.ts';
import { createHoldLimit } from './abuse/hold-limit.ts';
import { createAddressDesk, type AddressDesk } from './addresses/address-desk.ts';
import { createProofMemory } from './addresses/proof-memory.ts';
import { normaliseReference } from './case/reference.ts';
import { readLink } from './case/signed-link.ts';
import { createCitizenDesk, createOfficerDesk, type CitizenDesk, type OfficerDesk } from './desks/desks.ts';
import { createIntake, type Intake } from './intake/intake.ts';
import { mailKinds } from './mail-kinds.ts';
import { createReceiptDesk, type ReceiptDesk } from './receipts/receipt-desk.ts';
import { createRounds, type Rounds } from './rounds/rounds.ts';
import { createReviewDesk, type ReviewDesk } from './desks/review-desk.ts';
import { createPublicRegister, type PublicRegister } from './published/public-register.ts';
import { createStatistics, type Statistics } from './statistics/statistics.ts';

export interface CasesOptions {
  databaseFile: string;
  register: () => Promise<Register>;
  mail: MailSettings;
  /** Where the portal is reached, for the links in mails. */
  siteUrl: string;
  /** The server's own key, at least 32 characters. Whoever has it and the database can work out the cases' secrets. */
  secret: string;
  clock: () => Date;
  /** How many processes share the limits that each counts for itself; 1 unless told. */
  processes?: number;
  /** Slows down floods of submissions; without one everything is taken as it comes. */
  guard?: Guard | undefined;
  /**
   * Receives events about mails and failures. They hold ids and codes, never a name, an address or a citizen's words.
   */
  log: (event: object) => void;
  /** How long a mail may keep a lane of the outbox; for tests. */
  patienceMs?: number | undefined;
}

/** The case pipeline, by who uses it. */
export interface Cases {
  /** Whoever sends something in. */
  intake: Intake;
  /** Whoever has reference and secret of a case, or the link that asks for a rating. */
  citizen: CitizenDesk;
  /** Whoever has the signed link of a mail. */
  officer: OfficerDesk;
  /** Whoever reads an address of the register, and the operator who looks after all of them. */
  addresses: AddressDesk;
  /** Whoever holds a receipt, and everybody who looks at the chain of their hashes. */
  receipts: ReceiptDesk;
  /** The operator who reviews what may be published, with the signed link of a mail. */
  review: ReviewDesk;
  /** Everybody: what was asked and answered, where its asker allows that. */
  published: PublicRegister;
  /** Everybody. */
  statistics: Statistics;
  /** The portal itself: clocks, outbox, retention. */
  rounds: Rounds;
  knock: Doorkeeper['knock'];
  /** Those who edit charters: mail that they wait for, by the same outbox. */
  notes: Notes;
  /** Mails that wait. Rejects while the database does not answer. */
  mailQueue(): Promise<MailQueue>;
  close(): Promise<void>;
}

const SECRET_LENGTH_MIN = 32;

/** Opens a case database and puts the pipeline together on it. Throws where the secret is too short for its purpose. */
export async function createCases(options: CasesOptions): Promise<Cases> {
  assertLongEnough(options.secret);
  return createCasesOn(await openDatabase(options.databaseFile), options);
}

/** The same on a database that is open already; it is closed with the cases. */
export function createCasesOn(db: Database, options: Omit<CasesOptions, 'databaseFile'>): Cases {
  assertLongEnough(options.secret);
  const mailer = createMailer(options.mail);
  const proofs = createProofMemory({ ...options, db });
  const receipts = createReceiptDesk({ ...options, db });
  const dependencies = {
    ...options,
    db,
    usableIn: proofs.usableIn,
    holdLimit: createHoldLimit(options),
    closeDays: receipts.closeDays,
  };
  const kinds = { ...mailKinds, rules: { ...mailKinds.rules, [NOTE_KIND]: noteRules(options.secret) } };
  const sending = { ...dependencies, mailer, kinds };
  const outbox = createOutbox({ ...sending, serves: { except: [NOTE_KIND] } });
  const notes = createNotes(sending);
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
  const rounds = createRounds({ ...dependencies, routed, drain, rest: outbox.rest });
  const acting = <T>(act: () => Promise<T>): Promise<T> => rounds.wakeAfter(routed(act));
  const citizen = createCitizenDesk({ ...dependencies, receipts }, acting);
  return {
    intake: createIntake(dependencies, acting, citizen.follow),
    citizen,
    officer: createOfficerDesk(dependencies, acting),
    addresses: createAddressDesk(dependencies, { afterAnswer: rounds.wakeAfter, changed: proofs.forget }),
    receipts,
    review: createReviewDesk(dependencies, acting),
    published: createPublicRegister(dependencies),
    statistics: createStatistics(dependencies),
    rounds,
    notes,
    mailQueue: () => readMailQueue(db),
    knock: createDoorkeeper({ ...options, doorOf }).knock,
    async close() {
      // First, or a slow mail server could hold up the end for as long as it keeps silent.
      mailer.close();
      await Promise.all([rounds.stop(), notes.stop()]);
      await db.destroy();
    },
  };
}

function assertLongEnough(secret: string): void {
  if (secret.length >= SECRET_LENGTH_MIN) return;
  throw new Error(
    `The secret of the case pipeline is too short. Set one of at least ${SECRET_LENGTH_MIN} random characters.`,
  );
}

/** One case is one door, however its reference is written and whichever of its links is tried. */
function doorOf(given: string): string {
  return normaliseReference(given) ?? readLink(given)?.reference ?? given.slice(0, 40);
}
