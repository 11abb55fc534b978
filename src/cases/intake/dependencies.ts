import type { Database } from '../../database/tables.ts';
import type { Language } from '../../lib/locales.ts';
import type { Register } from '../../register/register.ts';
import type { Guard } from '../abuse/guard.ts';
import type { HoldLimit } from '../abuse/hold-limit.ts';
import type { Usable } from '../routing/reach.ts';
import type { DraftReceipt } from './draft-receipt.ts';
import type { Receipts } from './draft-case.ts';
import type { SubmissionWriter } from './writing/submission-writer.ts';

export interface IntakeContext {
  language: Language;
  clientAddress?: string | undefined;
}

export interface IntakeDependencies {
  db: Database;
  writer: SubmissionWriter;
  receipts: Receipts;
  draftReceipt: DraftReceipt;
  register: () => Promise<Register>;
  secret: string;
  clock: () => Date;
  /** Slows down floods; without one everything is taken as it comes. */
  guard?: Guard | undefined;
  holdLimit?: HoldLimit | undefined;
  /** Closes the days of the chain that are over, before anything is added to today's. Never rejects. */
  closeDays?: (() => Promise<void>) | undefined;
  /** Which addresses may be used; every one where nothing is said. */
  usableIn?: ((register: Register) => Usable) | undefined;
}
