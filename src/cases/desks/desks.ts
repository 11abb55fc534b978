import { forgetErased } from '../../database/forget-erased.ts';
import type { Database } from '../../database/tables.ts';
import type { Language } from '../../lib/locales.ts';
import type { Download } from '../../web/answers.ts';
import type { PostedForm } from '../../web/posted-form.ts';
import type { SignedReceipt } from '../../schemas/cases/receipt.ts';
import type { ReceiptDesk } from '../receipts/receipt-desk.ts';
import type { CaseView } from '../case/view.ts';
import { readAttachment } from './read-attachment.ts';
import { actAsCitizen, answerRating, showRating, type CitizenOutcome, type RatingOutcome } from './citizen-desk.ts';
import { deleteCase, eraseIdentity } from './citizen-data.ts';
import { exportCase, type CaseExport } from './export-case.ts';
import { provableWords } from '../receipts/provable-words.ts';
import { readCase } from '../store/case-records.ts';
import { findCase, followCase } from './follow.ts';
import { actAtDesk, deskFile, showDesk, type DeskDependencies, type DeskOutcome } from './officer-desk.ts';

/** What a citizen can do with a case: by its reference and secret, or by the signed link that asks for a rating. */
export interface CitizenDesk {
  follow(reference: string, secret: string): Promise<CaseView | undefined>;
  /** Does what the citizen decided on a case; undefined where reference or secret are wrong. */
  act(reference: string, secret: string, form: PostedForm, language: Language): Promise<CitizenOutcome | undefined>;
  /** A file of a case, by its number; undefined where reference, secret or number are wrong. */
  file(reference: string, secret: string, number: number): Promise<Download | undefined>;
  /**
   * The receipt of a case, put into the chain first where that is wished; undefined where reference or secret are wrong.
   */
  receipt(reference: string, secret: string, wish?: 'list'): Promise<CaseReceipt | undefined>;
  /** All that is stored about a case; undefined where reference or secret are wrong. */
  export(reference: string, secret: string): Promise<CaseExport | undefined>;
  /** Erases who the citizen is, or the whole case. Gives false where reference or secret are wrong. */
  erase(reference: string, secret: string, what: 'identity' | 'case'): Promise<boolean>;
  /** The question whether the citizen is satisfied. Changes nothing. */
  rating(token: string): Promise<RatingOutcome>;
  rate(token: string, form: PostedForm, language: Language): Promise<RatingOutcome>;
}

/** What an officer can do with a case by the signed link of a mail, without an account. */
export interface OfficerDesk {
  /** Shows the case. Changes nothing. */
  show(token: string): Promise<DeskOutcome>;
  file(token: string, number: number): Promise<Download | undefined>;
  /** Does what the officer decided. */
  act(token: string, form: PostedForm, language: Language): Promise<DeskOutcome>;
}

/** Does what may change who has a case: with addresses known as of now, and mail sent soon after it. */
export type Acting = <T>(act: () => Promise<T>) => Promise<T>;

/** A receipt for whoever opens its case. */
export interface CaseReceipt {
  /** Undefined for a case from before there were receipts. */
  receipt: SignedReceipt | undefined;
  reference: string;
  /** What it proves; undefined where only the body that received it can read that. */
  words: string | undefined;
}

/** Makes the desk of citizens. */
export function createCitizenDesk(
  dependencies: DeskDependencies & { receipts: Pick<ReceiptDesk, 'ofCase' | 'list'> },
  acting: Acting,
): CitizenDesk {
  const { db, clock, receipts } = dependencies;
  const opened = opener(db);
  return {
    follow: (reference, secret) => followCase(dependencies, reference, secret),
    act: (reference, secret, form, language) =>
      opened(reference, secret, (id) => acting(() => actAsCitizen(dependencies, id, form, language))),
    file: (reference, secret, number) => opened(reference, secret, (id) => readAttachment(db, id, number)),
    receipt: (reference, secret, wish) =>
      opened(reference, secret, async (id) => {
        if (wish === 'list') await receipts.list(id);
        const receipt = await receipts.ofCase(id);
        const { row, submission } = await readCase(db, id);
        return { receipt, reference: row.reference, words: submission.sealed ? undefined : provableWords(submission) };
      }),
    export: (reference, secret) => opened(reference, secret, (id) => exportCase(db, id)),
    async erase(reference, secret, what) {
      const erased = await opened(reference, secret, async (id) => {
        await (what === 'case' ? deleteCase(db, id, clock()) : eraseIdentity(db, id, clock()));
        await forgetErased(db);
        return true;
      });
      return erased ?? false;
    },
    rating: (token) => showRating(dependencies, token),
    rate: (token, form, language) => acting(() => answerRating(dependencies, token, form, language)),
  };
}

/** Makes the desk of officers. */
export function createOfficerDesk(dependencies: DeskDependencies, acting: Acting): OfficerDesk {
  return {
    show: (token) => showDesk(dependencies, token),
    file: (token, number) => deskFile(dependencies, token, number),
    act: (token, form, language) => acting(() => actAtDesk(dependencies, token, form, language)),
  };
}

/** Does something with the case that reference and secret open; gives undefined where they open none. */
function opener(db: Database) {
  return async <T>(reference: string, secret: string, use: (id: string) => Promise<T>): Promise<T | undefined> => {
    const id = await findCase(db, reference, secret);
    return id === undefined ? undefined : use(id);
  };
}
