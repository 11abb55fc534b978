import { randomUUID } from 'node:crypto';
import type { Register } from '../register/register.ts';
import { mailKinds } from './mail-kinds.ts';
import type { Mailer } from './mailer.ts';
import { caseMessages } from './messages.ts';
import { settle, type Outcome } from './settle.ts';
import { claimMail, renewClaim } from './store/outbox-rows.ts';
import type { Database, OutboxRow } from './store/tables.ts';

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

/** A claim is renewed while its holder is at work, so it runs out only when its holder is gone. */
const CLAIM_MS = 15 * 60_000;
const RENEW_MS = 5 * 60_000;
/** Mails under way at once: one slow recipient does not hold up the others, and no mail server takes this for an attack. */
const LANES = 4;

/**
 * Sends every mail that is due, a few at once. Stops at the first sign that the mail server is down: the rest stays
 * due, and the mails that were tried step back so that no single one can block the others.
 */
export async function drainOutbox(dependencies: OutboxDependencies): Promise<DrainResult> {
  const result: DrainResult = { sent: 0, deferred: 0, refused: 0, reachable: true };
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, () => drainLane(dependencies, result)));
  const failed = lanes.find((lane) => lane.status === 'rejected');
  if (failed) throw failed.reason;
  return result;
}

async function drainLane(dependencies: OutboxDependencies, result: DrainResult): Promise<void> {
  const { db, clock } = dependencies;
  const claimEnd = (): string => new Date(clock().getTime() + CLAIM_MS).toISOString();
  while (result.reachable) {
    const row = await claimMail(db, { by: randomUUID(), now: clock().toISOString(), until: claimEnd() });
    if (!row) return;
    const renewal = setInterval(() => void renewClaim(db, row, claimEnd()).catch(() => undefined), RENEW_MS).unref();
    try {
      const outcome = await deliver(dependencies, row);
      await settle(dependencies, row, outcome);
      count(result, outcome);
    } finally {
      clearInterval(renewal);
    }
  }
}

function count(result: DrainResult, outcome: Outcome): void {
  if (outcome.kind === 'sent' || outcome.kind === 'deferred' || outcome.kind === 'refused') result[outcome.kind]++;
  if (outcome.kind === 'unwritten') result.deferred++;
  if (outcome.kind === 'unreachable' || (outcome.kind === 'deferred' && outcome.unconfirmed)) result.reachable = false;
}

async function deliver(dependencies: OutboxDependencies, row: OutboxRow): Promise<Outcome> {
  const { mailer, log } = dependencies;
  const notWritten = (error: unknown): void => log({ event: 'mail-not-written', mail: row.id, error: (error as Error).message });
  let register: Register;
  try {
    register = await dependencies.register();
  } catch (error) {
    // Content that is being mended: no mail can be written, so the round stops.
    notWritten(error);
    return { kind: 'unreachable', code: 'ENOREGISTER' };
  }
  const { portal } = register;
  try {
    const written = await mailKinds[row.kind].write({ ...dependencies, register }, row);
    if (!written) return { kind: 'nobody' };
    const { language, mail } = written;
    const text = portal.publisherKind === 'demonstration' ? `${caseMessages(language).demonstration}\n\n${mail.text}` : mail.text;
    // Another address gets another mail: one that knows the first id from elsewhere would drop it.
    const result = await mailer.send({ ...mail, text }, portal, row.redirected_to ? `${row.id}.2` : row.id);
    return { ...result, register, address: mail.to };
  } catch (error) {
    // A row of a newer version, or what it tells of is amiss: this mail waits and holds up no other.
    notWritten(error);
    return { kind: 'unwritten' };
  }
}
