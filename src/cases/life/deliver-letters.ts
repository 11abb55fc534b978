import { randomUUID } from 'node:crypto';
import type { Register } from '../../register/register.ts';
import type { CaseEvent } from '../../schemas/cases/event.ts';
import type { Receiver } from '../../schemas/cases/route.ts';
import { DEFERRALS_MAX, retryDelayMs, UNCONFIRMED_WEIGHT } from '../backoff.ts';
import type { Mailer, SendResult } from '../mailer.ts';
import type { DrainResult } from '../outbox.ts';
import { deriveSecret } from '../secret.ts';
import { appendEvent } from '../store/case-records.ts';
import type { Database } from '../store/tables.ts';
import { writeLetter } from './letter-texts.ts';
import { handsOver } from './letters-for.ts';
import { reduce } from './state.ts';
import { claimLetter, enqueueLetters, settleLetter } from './store/letter-rows.ts';
import { lockCase, readLivingCase } from './store/life-records.ts';
import type { LetterRow } from './store/life-tables.ts';

export interface LetterDependencies {
  db: Database;
  register: () => Promise<Register>;
  mailer: Mailer;
  siteUrl: string;
  secret: string;
  clock: () => Date;
  log: (event: object) => void;
}

/** Longer than any one SMTP conversation lasts, so that a claim runs out only when its holder is gone. */
const CLAIM_MS = 15 * 60_000;

/** Sends the letters that are due, as the outbox sends its mails: one after another, until the mail server turns out to be down. */
export async function deliverLetters(dependencies: LetterDependencies): Promise<DrainResult> {
  const { db, clock } = dependencies;
  const result: DrainResult = { sent: 0, deferred: 0, refused: 0, reachable: true };
  while (result.reachable) {
    const now = clock();
    const until = new Date(now.getTime() + CLAIM_MS).toISOString();
    const row = await claimLetter(db, { by: randomUUID(), now: now.toISOString(), until });
    if (!row) break;
    const outcome = await deliver(dependencies, row);
    await settle(dependencies, row, outcome);
    if (outcome.kind === 'unreachable' || (outcome.kind === 'deferred' && outcome.unconfirmed)) result.reachable = false;
    else result[outcome.kind]++;
  }
  return result;
}

async function deliver({ db, register, mailer, siteUrl, secret, log }: LetterDependencies, row: LetterRow): Promise<SendResult> {
  try {
    const stored = await readLivingCase(db, row.case_id);
    const current = await register();
    const letter = writeLetter(row, stored, { register: current, siteUrl, secret: deriveSecret(secret, stored.row.secret_seed) });
    // The citizen's address has been erased since: there is nobody left to tell.
    return letter ? await mailer.send(letter, current.portal, row.id) : { kind: 'refused', code: 0 };
  } catch (error) {
    // Content that is being mended, or a row of a newer version: the letter waits.
    log({ event: 'letter-not-written', letter: row.id, error: (error as Error).message });
    return { kind: 'unreachable', code: 'ENOTWRITTEN' };
  }
}

async function settle(dependencies: LetterDependencies, row: LetterRow, outcome: SendResult): Promise<void> {
  const { db, clock, log } = dependencies;
  log({
    event: 'letter',
    letter: row.id,
    audience: row.audience,
    outcome: outcome.kind,
    attempt: row.attempts,
    ...('code' in outcome ? { code: outcome.code } : {}),
  });
  const now = clock();
  const due = (failures: number, cause: 'deferred' | 'unreachable'): string => new Date(now.getTime() + retryDelayMs(failures, cause)).toISOString();
  if (outcome.kind === 'sent') return finish(dependencies, row, undefined, now.toISOString());
  if (outcome.kind === 'unreachable') {
    await settleLetter(db, row, { due_at: due(row.attempts, 'unreachable'), last_error: outcome.code });
    return;
  }
  const deferrals = row.deferrals + (outcome.kind === 'deferred' && outcome.unconfirmed ? UNCONFIRMED_WEIGHT : 1);
  if (outcome.kind !== 'refused' && deferrals < DEFERRALS_MAX) {
    await settleLetter(db, row, { due_at: due(deferrals, 'deferred'), deferrals, last_error: String(outcome.code) });
    return;
  }
  const failure: Failure = { reason: outcome.kind === 'refused' ? 'refused' : 'gave-up', code: outcome.code };
  await finish(dependencies, row, failure, now.toISOString());
}

type Failure = Pick<Extract<CaseEvent, { kind: 'delivery-failed' }>, 'reason'> & { code: number };

/** Marks a letter as sent or failed for good, together with what that means for the case. */
async function finish({ db, register }: LetterDependencies, row: LetterRow, failure: Failure | undefined, at: string): Promise<void> {
  const { portal } = await register();
  const operator: Receiver = { kind: 'operator', name: portal.publisher, email: portal.operatorEmail };
  await db.transaction().execute(async (transaction) => {
    await lockCase(transaction, row.case_id);
    const final = failure ? { failed_at: at, last_error: String(failure.code) } : { sent_at: at, last_error: null };
    // Somebody else holds the row by now, and will tell the end of it.
    if (!(await settleLetter(transaction, row, final))) return;
    const { turns } = reduce((await readLivingCase(transaction, row.case_id)).events);
    const holder = turns.find(({ turn }) => turn === row.turn)?.holder;
    const event = failure ? failedEvent(row, failure) : sentEvent(row, holder, operator);
    if (event) await appendEvent(transaction, row.case_id, at, event);
    // What a body's mail server will not take goes to the operator, unless it was the operator's that would not.
    if (failure && row.audience === 'officer' && holder?.kind === 'body') {
      await enqueueLetters(transaction, row.case_id, at, [{ sequence: row.sequence, audience: 'operator', turn: row.turn }]);
    }
  });
}

/** Only a letter that hands the case over changes where it is; the operator's letter does when it stands in for a body's. */
function sentEvent(row: LetterRow, holder: Receiver | undefined, operator: Receiver): CaseEvent | undefined {
  if (row.audience === 'operator' && row.turn > 0) return { kind: 'forwarded', version: 1, mail: row.id, to: operator, turn: row.turn };
  return handsOver(row) && holder ? { kind: 'forwarded', version: 1, mail: row.id, to: holder, turn: row.turn } : undefined;
}

function failedEvent(row: LetterRow, { reason, code }: Failure): CaseEvent {
  const to = row.audience === 'officer' ? 'receiver' : row.audience;
  const turn = row.turn > 0 ? { turn: row.turn } : {};
  return { kind: 'delivery-failed', version: 1, mail: row.id, to, reason, ...(code ? { code } : {}), ...turn };
}
