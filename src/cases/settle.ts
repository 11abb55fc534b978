import type { Register } from '../register/register.ts';
import type { CaseEvent } from '../schemas/cases/event.ts';
import type { Receiver } from '../schemas/cases/route.ts';
import { DEFERRALS_MAX, retryDelayMs, UNCONFIRMED_WEIGHT } from './backoff.ts';
import type { SendResult } from './mailer.ts';
import { fallbackReceiver } from './redirection.ts';
import { appendEvent, readCase, receivedEvent } from './store/case-records.ts';
import { enqueueMail, redirectedTo, settleMail } from './store/outbox-rows.ts';
import type { Database, MailKind, OutboxRow } from './store/tables.ts';

export interface SettleDependencies {
  db: Database;
  register: () => Promise<Register>;
  clock: () => Date;
  log: (event: object) => void;
}

type Failure = { reason: Extract<CaseEvent, { kind: 'delivery-failed' }>['reason']; code: number };

/** Writes down what became of a claimed mail: sent, to be tried again, or failed for good. */
export async function settle(dependencies: SettleDependencies, row: OutboxRow, outcome: SendResult): Promise<void> {
  const { db, clock, log } = dependencies;
  const code = 'code' in outcome ? outcome.code : undefined;
  log({ event: 'mail', mail: row.id, kind: row.kind, outcome: outcome.kind, attempt: row.attempts, ...(code === undefined ? {} : { code }) });
  const now = clock();
  const due = (failures: number, cause: 'deferred' | 'unreachable'): string => new Date(now.getTime() + retryDelayMs(failures, cause)).toISOString();
  if (outcome.kind === 'sent') return settleSent(dependencies, row, now.toISOString());
  if (outcome.kind === 'unreachable') {
    await settleMail(db, row, { due_at: due(row.attempts, 'unreachable'), last_error: outcome.code });
    return;
  }
  const deferrals = row.deferrals + (outcome.unconfirmed ? UNCONFIRMED_WEIGHT : 1);
  if (outcome.kind !== 'refused' && deferrals < DEFERRALS_MAX) {
    await settleMail(db, row, {
      due_at: due(deferrals, 'deferred'),
      deferrals,
      last_error: outcome.unconfirmed ? 'EUNCONFIRMED' : String(outcome.code),
    });
    return;
  }
  const failure: Failure = { reason: outcome.kind === 'refused' ? 'refused' : 'gave-up', code: outcome.code };
  const operator = await operatorOf(dependencies);
  await db.transaction().execute((transaction) => settleFailed(transaction, { row, failure, at: now.toISOString(), register: operator.register }));
}

async function operatorOf({ register }: SettleDependencies): Promise<{ register: Register; receiver: Receiver }> {
  const current = await register();
  return { register: current, receiver: { kind: 'operator', name: current.portal.publisher, email: current.portal.operatorEmail } };
}

async function settleSent(dependencies: SettleDependencies, row: OutboxRow, at: string): Promise<void> {
  const { receiver: operator } = await operatorOf(dependencies);
  await dependencies.db.transaction().execute(async (transaction) => {
    // Somebody else holds the row by now, and will tell the end of it.
    if (!(await settleMail(transaction, row, { sent_at: at, last_error: null }))) return;
    const to =
      row.kind === 'undeliverable' ? operator : (redirectedTo(row) ?? receivedEvent(await readCase(transaction, row.case_id)).route.receiver);
    await appendEvent(
      transaction,
      row.case_id,
      at,
      row.kind === 'acknowledgement'
        ? { kind: 'acknowledgement-sent', version: 1, mail: row.id }
        : { kind: 'forwarded', version: 1, mail: row.id, to },
    );
  });
}

/**
 * Notes inside a transaction that a mail will never arrive. What an agency's mail server will not take goes to another
 * address of that agency, once, and the operator is told. Gives false when somebody else holds the row by now.
 */
export async function settleFailed(
  transaction: Database,
  { row, failure, at, register }: { row: OutboxRow; failure: Failure; at: string; register: Register },
): Promise<boolean> {
  const { receiver } = receivedEvent(await readCase(transaction, row.case_id)).route;
  const forBody = row.kind === 'complaint' && receiver.kind === 'body';
  const other = forBody && !row.redirected_to ? fallbackReceiver(register, receiver) : undefined;
  const last_error = String(failure.code);
  const settled = await settleMail(
    transaction,
    row,
    other
      ? { sent_at: null, due_at: at, deferrals: 0, last_error, redirected_to: JSON.stringify(other) }
      : { sent_at: null, failed_at: at, last_error },
  );
  if (!settled) return false;
  const { reason, code } = failure;
  await appendEvent(transaction, row.case_id, at, {
    kind: 'delivery-failed',
    version: 1,
    mail: row.id,
    to: addressee[row.kind],
    reason,
    ...(code ? { code } : {}),
  });
  // Once: where the second address fails too, the operator has the complaint already.
  if (forBody && !row.redirected_to) await enqueueMail(transaction, { caseId: row.case_id, kind: 'undeliverable', at });
  return true;
}

const addressee: Record<MailKind, Extract<CaseEvent, { kind: 'delivery-failed' }>['to']> = {
  complaint: 'receiver',
  acknowledgement: 'citizen',
  undeliverable: 'operator',
};
