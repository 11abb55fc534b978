import { randomUUID } from 'node:crypto';
import type { Register } from '../register/register.ts';
import type { CaseEvent } from '../schemas/cases/event.ts';
import type { Receiver } from '../schemas/cases/route.ts';
import { DEFERRALS_MAX, retryDelayMs } from './backoff.ts';
import { mailLanguage, writeMail } from './mail-texts.ts';
import type { Mailer, SendResult } from './mailer.ts';
import { deriveSecret } from './secret.ts';
import { appendEvent, readCase, receivedEvent } from './store/case-records.ts';
import { claimMail, enqueueMail, settleMail } from './store/outbox-rows.ts';
import type { Database, MailKind, OutboxRow } from './store/tables.ts';

export interface OutboxDependencies {
  db: Database;
  register: () => Promise<Register>;
  mailer: Mailer;
  siteUrl: string;
  secret: string;
  clock: () => Date;
  log: (event: object) => void;
}

/** What one round of sending came to. `reachable` is false when the round stopped because the mail server was down. */
export interface DrainResult {
  sent: number;
  deferred: number;
  refused: number;
  reachable: boolean;
}

/** Longer than any one SMTP conversation lasts, so that a claim runs out only when its holder is gone. */
const CLAIM_MS = 15 * 60_000;

/**
 * Sends every mail that is due, one after another. Stops at the first sign that the mail server is down: the
 * rest stays due, and the mail that was tried steps back so that no single one can block the others.
 */
export async function drainOutbox(dependencies: OutboxDependencies): Promise<DrainResult> {
  const { db, clock } = dependencies;
  const result: DrainResult = { sent: 0, deferred: 0, refused: 0, reachable: true };
  while (result.reachable) {
    const now = clock();
    const until = new Date(now.getTime() + CLAIM_MS).toISOString();
    const row = await claimMail(db, { by: randomUUID(), now: now.toISOString(), until });
    if (!row) break;
    const outcome = await deliver(dependencies, row);
    await settle(dependencies, row, outcome);
    if (outcome.kind === 'unreachable') result.reachable = false;
    else result[outcome.kind]++;
  }
  return result;
}

async function deliver({ db, register, mailer, siteUrl, secret, log }: OutboxDependencies, row: OutboxRow): Promise<SendResult> {
  try {
    const stored = await readCase(db, row.case_id);
    const { portal, agencies } = await register();
    const { receiver } = receivedEvent(stored).route;
    const bodyLanguage = mailLanguage(receiver.kind === 'body' ? agencies.get(receiver.agency)?.data.language : undefined);
    const mail = writeMail(row.kind, stored, { portal, siteUrl, bodyLanguage, secret: deriveSecret(secret, stored.row.secret_seed) });
    // The citizen's address has been erased since: there is nobody left to tell.
    if (!mail) return { kind: 'refused', code: 0 };
    return await mailer.send(mail, portal, row.id);
  } catch (error) {
    // Content that is being mended, or a row of a newer version: not the recipient's fault, so the mail waits.
    log({ event: 'mail-not-written', mail: row.id, error: (error as Error).message });
    return { kind: 'unreachable', code: 'ENOTWRITTEN' };
  }
}

async function settle(dependencies: OutboxDependencies, row: OutboxRow, outcome: SendResult): Promise<void> {
  const { db, clock, log } = dependencies;
  const now = clock();
  const at = now.toISOString();
  const wait = (failures: number, cause: 'deferred' | 'unreachable'): string => new Date(now.getTime() + retryDelayMs(failures, cause)).toISOString();
  log({
    event: 'mail',
    mail: row.id,
    kind: row.kind,
    outcome: outcome.kind,
    attempt: row.attempts,
    ...('code' in outcome ? { code: outcome.code } : {}),
  });
  if (outcome.kind === 'unreachable') {
    await settleMail(db, row, { due_at: wait(row.attempts, 'unreachable'), last_error: outcome.code });
  } else if (outcome.kind === 'deferred' && row.deferrals + 1 < DEFERRALS_MAX) {
    const deferrals = row.deferrals + 1;
    await settleMail(db, row, { due_at: wait(deferrals, 'deferred'), deferrals, last_error: String(outcome.code) });
  } else {
    const { portal } = await dependencies.register();
    const operator: Receiver = { kind: 'operator', name: portal.publisher, email: portal.operatorEmail };
    await db.transaction().execute(async (transaction) => {
      const final = outcome.kind === 'sent' ? { sent_at: at, last_error: null } : { failed_at: at, last_error: String(outcome.code) };
      // Somebody else holds the row by now, and will tell the end of it.
      if (!(await settleMail(transaction, row, final))) return;
      const { receiver } = receivedEvent(await readCase(transaction, row.case_id)).route;
      await appendEvent(transaction, row.case_id, at, eventOf(row, outcome, row.kind === 'undeliverable' ? operator : receiver));
      // What an agency's mail server will not take goes to the operator, unless it was the operator's that would not.
      if (outcome.kind !== 'sent' && row.kind === 'complaint' && receiver.kind === 'body') {
        await enqueueMail(transaction, { caseId: row.case_id, kind: 'undeliverable', at });
      }
    });
  }
}

const addressee: Record<MailKind, Extract<CaseEvent, { kind: 'delivery-failed' }>['to']> = {
  complaint: 'receiver',
  acknowledgement: 'citizen',
  undeliverable: 'operator',
};

function eventOf(row: OutboxRow, outcome: Exclude<SendResult, { kind: 'unreachable' }>, to: Receiver): CaseEvent {
  if (outcome.kind === 'sent') {
    return row.kind === 'acknowledgement'
      ? { kind: 'acknowledgement-sent', version: 1, mail: row.id }
      : { kind: 'forwarded', version: 1, mail: row.id, to };
  }
  const reason = outcome.kind === 'refused' ? 'refused' : 'gave-up';
  return { kind: 'delivery-failed', version: 1, mail: row.id, to: addressee[row.kind], reason, ...(outcome.code ? { code: outcome.code } : {}) };
}
