import type { Language } from '../../lib/locales.ts';
import type { PostedForm } from '../../web/posted-form.ts';
import { listAddresses, type ListedAddress } from './address-list.ts';
import { askDueAddresses } from './ask.ts';
import { createProofDesk, type ProofPage, type ProofQuestion } from './proof-desk.ts';
import type { ProveDependencies } from './prove.ts';
import { readStanding } from './standing.ts';

/** Where the addresses of bodies are asked for, proved and listed. */
export interface AddressDesk {
  /**
   * Tells what the link in a mail to an address asks; undefined where it is no address of the register. Changes nothing.
   */
  question(token: string): Promise<ProofQuestion | undefined>;
  /** Takes what the reader of an address says of it. */
  answer(form: PostedForm, context: { language: Language; clientAddress?: string | undefined }): Promise<ProofPage>;
  /** Every address of the register and whether it is proved. */
  list(): Promise<ListedAddress[]>;
  /** Asks for the proofs that are due, once. Gives how many mails were put in the outbox. */
  ask(): Promise<number>;
}

interface AddressDeskHooks {
  /** Has mail sent soon after an answer was saved; gives what was saved. */
  afterAnswer: <T>(saved: Promise<T>) => Promise<T>;
  /** What is known of addresses has changed. */
  changed: () => void;
}

/** Makes the desk of addresses. */
export function createAddressDesk(
  dependencies: ProveDependencies,
  { afterAnswer, changed }: AddressDeskHooks,
): AddressDesk {
  const { db, register, clock } = dependencies;
  const proofDesk = createProofDesk(dependencies);
  return {
    question: proofDesk.question,
    async answer(form, context) {
      const page = await afterAnswer(proofDesk.answer(form, context));
      changed();
      return page;
    },
    list: async () => listAddresses(await readStanding(db), await register(), clock()),
    ask: () => askDueAddresses(dependencies),
  };
}
