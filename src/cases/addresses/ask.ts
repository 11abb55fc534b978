import type { Register } from '../../register/register.ts';
import { enqueueMails, newMailRow } from '../../mail/outbox-rows.ts';
import { createCodeSeed } from './code.ts';
import { dueStep, needsProof, type ProofStep } from './policy.ts';
import type { AddressNews, AddressQuestion } from './proof-mail.ts';
import { registerAddresses } from './register-addresses.ts';
import { isReleased, readStanding } from './standing.ts';
import { changeProof, updateProof } from '../store/proof-rows.ts';
import { asked, emptyRow, told } from '../store/proof-changes.ts';
import type { Database } from '../../database/tables.ts';
import type { ProofRow } from '../store/tables.ts';

export interface AskDependencies {
  db: Database;
  register: () => Promise<Register>;
  clock: () => Date;
}

/**
 * Addresses that one look deals with: a new portal asks its whole country within hours, and no mail server takes that
 * for an attack.
 */
const STEPS_MAX = 50;

/**
 * Looks at every address of the register that the operator has released, and asks, reminds or tells the operator where
 * that is due. Each happens once, however often and from however many processes this is called. Gives how many mails
 * were put in the outbox.
 */
export async function askDueAddresses({ db, register, clock }: AskDependencies): Promise<number> {
  const current = await register();
  const { portal } = current;
  if (!needsProof(portal)) return 0;
  const now = clock();
  const standing = await readStanding(db);
  const due = [...registerAddresses(current).keys()].flatMap((address) => {
    const row = standing.proofs.get(address);
    if (!isReleased(standing, current, address)) return [];
    const step = address === portal.operatorEmail.toLowerCase() ? undefined : dueStep(row, now);
    return step ? [{ row: row ?? emptyRow(address), step }] : [];
  });
  let done = 0;
  for (const { row, step } of due.slice(0, STEPS_MAX)) if (await take(db, row, step, now.toISOString())) done++;
  return done;
}

/** Sends a code to an address now, at the operator's wish, whatever came of it before. */
export async function askNow(db: Database, address: string, at: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await updateProof(transaction, address, (row) => asked(row, 'ask', createCodeSeed(), at));
    await enqueueQuestion(transaction, address, at);
  });
}

/** Tells the operator something about an address. Call it inside the transaction that makes it true. */
export async function enqueueNews(transaction: Database, about: AddressNews, at: string): Promise<void> {
  await enqueueMails(transaction, [
    newMailRow({
      kind: 'address-news',
      place: { sequence: 0, audience: 'operator', turn: 0 },
      at,
      about,
    }),
  ]);
}

function take(db: Database, row: ProofRow, step: ProofStep, at: string): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const change = step === 'tell-operator' ? told(at) : asked(row, step, createCodeSeed(), at);
    // Another process was quicker: it has put its mail in the outbox.
    if (!(await changeProof(transaction, row, change))) return false;
    if (step === 'tell-operator') await enqueueNews(transaction, { address: row.address, news: 'ended' }, at);
    else await enqueueQuestion(transaction, row.address, at);
    return true;
  });
}

async function enqueueQuestion(transaction: Database, address: string, at: string): Promise<void> {
  const about: AddressQuestion = { address: address.toLowerCase() };
  await enqueueMails(transaction, [
    newMailRow({
      kind: 'address-proof',
      place: { sequence: 0, audience: 'officer', turn: 0 },
      at,
      about,
    }),
  ]);
}
