import { randomUUID } from 'node:crypto';
import type { Register } from '../register/register.ts';
import { mailLanguage, writeMail, type Mail } from './mail-texts.ts';
import type { Mailer, SendResult } from './mailer.ts';
import { redirectionNote } from './redirection.ts';
import { deriveSecret } from './secret.ts';
import { settle } from './settle.ts';
import { readCase, receivedEvent } from './store/case-records.ts';
import { claimMail, renewClaim, redirectedTo } from './store/outbox-rows.ts';
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
      if (outcome.kind !== 'unreachable') result[outcome.kind]++;
      if (outcome.kind === 'unreachable' || (outcome.kind === 'deferred' && outcome.unconfirmed)) result.reachable = false;
    } finally {
      clearInterval(renewal);
    }
  }
}

async function deliver(dependencies: OutboxDependencies, row: OutboxRow): Promise<SendResult> {
  const { register, mailer, log } = dependencies;
  try {
    const mail = await compose(dependencies, row);
    // The citizen's address has been erased since: there is nobody left to tell.
    if (!mail) return { kind: 'refused', code: 0 };
    // Another address gets another mail: one that knows the first id from elsewhere would drop it.
    return await mailer.send(mail, (await register()).portal, row.redirected_to ? `${row.id}.2` : row.id);
  } catch (error) {
    // Content that is being mended, or a row of a newer version: not the recipient's fault, so the mail waits.
    log({ event: 'mail-not-written', mail: row.id, error: (error as Error).message });
    return { kind: 'unreachable', code: 'ENOTWRITTEN' };
  }
}

async function compose({ db, register, siteUrl, secret }: OutboxDependencies, row: OutboxRow): Promise<Mail | undefined> {
  const stored = await readCase(db, row.case_id);
  const { portal, agencies } = await register();
  const { receiver } = receivedEvent(stored).route;
  const bodyLanguage = mailLanguage(receiver.kind === 'body' ? agencies.get(receiver.agency)?.data.language : undefined);
  const mail = writeMail(row.kind, stored, { portal, siteUrl, bodyLanguage, secret: deriveSecret(secret, stored.row.secret_seed) });
  const other = redirectedTo(row);
  return mail && other ? { ...mail, to: other.email, text: `${redirectionNote(bodyLanguage, receiver.email)}\n\n${mail.text}` } : mail;
}
