import { DEFERRALS_MAX, retryDelayMs, UNCONFIRMED_WEIGHT } from './backoff.ts';
import { rulesOf, type Ending, type Failure, type MailKinds } from './mail-rules.ts';
import type { SendResult } from './mailer.ts';
import { endClaim, putOff } from './outbox-rows.ts';
import type { Database } from '../database/tables.ts';
import type { OutboxRow } from './outbox-table.ts';

/**
 * What came of a claimed mail: what the mail server said, or why it was not asked. `nobody`: the citizen's address was
 * erased and there is nobody left to tell. `unwritten`: it cannot be written yet. `waits`: it may not go out yet.
 */
export type MailOutcome =
  | (SendResult & Omit<Ending, 'at'>)
  | { kind: 'unreachable' | 'waits'; code: string }
  | { kind: 'nobody' | 'unwritten' };

export interface OutcomeDependencies {
  db: Database;
  kinds: MailKinds;
  clock: () => Date;
  log: (event: object) => void;
}

/** Writes down what became of a claimed mail: sent, to be tried again, or failed for good. */
export async function noteOutcome(
  dependencies: OutcomeDependencies,
  row: OutboxRow,
  outcome: MailOutcome,
): Promise<void> {
  const { db, kinds, clock, log } = dependencies;
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
    await putOff(db, row, {
      ...change,
      due_at: new Date(now.getTime() + retryDelayMs(failures, cause)).toISOString(),
    });
  };
  switch (outcome.kind) {
    case 'sent':
      return noteSent(dependencies, row, { ...outcome, at });
    case 'unreachable':
    case 'waits':
      return later(row.attempts, 'unreachable', { last_error: outcome.code });
    case 'unwritten':
      return later(row.attempts, 'unreachable', { last_error: 'ENOTWRITTEN' });
    case 'nobody':
      await endClaim(db, row, { failed_at: at, last_error: 'ENOBODY' });
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
      await db
        .transaction()
        .execute((transaction) => noteFailure(transaction, kinds, row, failure, { ...outcome, at }));
    }
  }
}

async function noteSent({ db, kinds }: OutcomeDependencies, row: OutboxRow, ending: Ending): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await kinds.lock(transaction, row);
    // Otherwise somebody else holds the row by now, and will tell the end of it.
    if (await endClaim(transaction, row, { sent_at: ending.at, last_error: null }))
      await rulesOf(kinds, row).sent(transaction, row, ending);
  });
}

/**
 * Notes inside a transaction that a mail will never be taken at an address. Where its kind knows another address it
 * goes there, once. Gives false when somebody else holds the row by now.
 */
export async function noteFailure(
  transaction: Database,
  kinds: MailKinds,
  row: OutboxRow,
  failure: Failure,
  ending: Ending,
): Promise<boolean> {
  await kinds.lock(transaction, row);
  const rules = rulesOf(kinds, row);
  const other = row.redirected_to === null ? await rules.redirect(transaction, row, ending) : undefined;
  const last_error = String(failure.code);
  const settled = await endClaim(
    transaction,
    row,
    other
      ? { sent_at: null, due_at: ending.at, deferrals: 0, last_error, redirected_to: JSON.stringify(other) }
      : { sent_at: null, failed_at: ending.at, last_error },
  );
  if (settled) {
    await rules.failed(transaction, row, { ...ending, failure, other });
    if (failure.deadAddress) await kinds.addressIsDead(transaction, row, ending);
  }
  return settled;
}
