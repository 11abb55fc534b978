import { DEFERRALS_MAX, retryDelayMs, UNCONFIRMED_WEIGHT } from './backoff.ts';
import { lockCase } from '../cases/store/life-records.ts';
import { mailKinds } from '../cases/mail-kinds.ts';
import type { Ending, Failure } from './mail-rules.ts';
import type { SendResult } from './mailer.ts';
import { noteBounce } from '../cases/addresses/bounced.ts';
import { settleMail } from './outbox-rows.ts';
import type { Database, OutboxRow } from '../cases/store/tables.ts';

/**
 * What came of a claimed mail: what the mail server said, or why it was not asked. `nobody`: the citizen's address was
 * erased and there is nobody left to tell. `unwritten`: it cannot be written yet. `waits`: it may not go out yet.
 */
export type Outcome =
  | (SendResult & Omit<Ending, 'at'>)
  | { kind: 'unreachable' | 'waits'; code: string }
  | { kind: 'nobody' | 'unwritten' };

export interface SettleDependencies {
  db: Database;
  clock: () => Date;
  log: (event: object) => void;
}

/** Writes down what became of a claimed mail: sent, to be tried again, or failed for good. */
export async function settle({ db, clock, log }: SettleDependencies, row: OutboxRow, outcome: Outcome): Promise<void> {
  const code = 'code' in outcome ? { code: outcome.code } : {};
  log({
    event: 'mail',
    mail: row.id,
    kind: row.kind,
    audience: row.audience,
    outcome: outcome.kind,
    attempt: row.attempts,
    ...code,
  });
  const now = clock();
  const at = now.toISOString();
  const later = async (
    failures: number,
    cause: 'deferred' | 'unreachable',
    change: { last_error: string; deferrals?: number },
  ): Promise<void> => {
    await settleMail(db, row, {
      ...change,
      due_at: new Date(now.getTime() + retryDelayMs(failures, cause)).toISOString(),
    });
  };
  switch (outcome.kind) {
    case 'sent':
      return settleSent(db, row, { ...outcome, at });
    case 'unreachable':
    case 'waits':
      return later(row.attempts, 'unreachable', { last_error: outcome.code });
    case 'unwritten':
      return later(row.attempts, 'unreachable', { last_error: 'ENOTWRITTEN' });
    case 'nobody':
      await settleMail(db, row, { failed_at: at, last_error: 'ENOBODY' });
      return;
    case 'deferred':
    case 'refused': {
      const deferrals = row.deferrals + (outcome.unconfirmed ? UNCONFIRMED_WEIGHT : 1);
      if (outcome.kind === 'deferred' && deferrals < DEFERRALS_MAX)
        return later(deferrals, 'deferred', {
          deferrals,
          last_error: outcome.unconfirmed ? 'EUNCONFIRMED' : outcome.silent ? 'ESILENT' : String(outcome.code),
        });
      const failure: Failure = {
        reason: outcome.kind === 'refused' ? 'refused' : 'gave-up',
        code: outcome.code,
        deadAddress: outcome.deadAddress === true,
      };
      await db.transaction().execute((transaction) => settleFailed(transaction, row, failure, { ...outcome, at }));
    }
  }
}

async function settleSent(db: Database, row: OutboxRow, ending: Ending): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await lockCaseOf(transaction, row);
    // Otherwise somebody else holds the row by now, and will tell the end of it.
    if (await settleMail(transaction, row, { sent_at: ending.at, last_error: null }))
      await mailKinds[row.kind].sent(transaction, row, ending);
  });
}

/**
 * Notes inside a transaction that a mail will never be taken at an address. Where its kind knows another address it
 * goes there, once. Gives false when somebody else holds the row by now.
 */
export async function settleFailed(
  transaction: Database,
  row: OutboxRow,
  failure: Failure,
  ending: Ending,
): Promise<boolean> {
  await lockCaseOf(transaction, row);
  const rules = mailKinds[row.kind];
  const other = row.redirected_to === null ? await rules.redirect(transaction, row, ending) : undefined;
  const last_error = String(failure.code);
  const settled = await settleMail(
    transaction,
    row,
    other
      ? { sent_at: null, due_at: ending.at, deferrals: 0, last_error, redirected_to: JSON.stringify(other) }
      : { sent_at: null, failed_at: ending.at, last_error },
  );
  if (settled) {
    await rules.failed(transaction, row, { ...ending, failure, other });
    if (failure.deadAddress)
      await noteBounce(transaction, {
        address: ending.address,
        ofQuestion: row.kind === 'address-proof',
        at: ending.at,
      });
  }
  return settled;
}

/** Before anything else is locked: what happens to a case locks it first, too. */
async function lockCaseOf(transaction: Database, { case_id: caseId }: OutboxRow): Promise<void> {
  if (caseId !== null) await lockCase(transaction, caseId);
}
