import { randomUUID } from 'node:crypto';
import type { Register } from '../register/register.ts';
import type { Portal } from '../schemas/portal.ts';
import { rulesOf, type MailKinds } from './mail-rules.ts';
import type { Mailer, SendResult } from './mailer.ts';
import { texts } from '../texts/texts.ts';
import { noteOutcome, type MailOutcome } from './note-outcome.ts';
import { createSlowRecipients, type SlowRecipients } from './slow-recipients.ts';
import { claimMail, renewClaim, type Served } from './outbox-rows.ts';
import type { Mail } from './mail.ts';
import type { Database } from '../database/tables.ts';
import type { OutboxRow } from './outbox-table.ts';

export interface OutboxDependencies {
  db: Database;
  register: () => Promise<Register>;
  mailer: Mailer;
  kinds: MailKinds;
  siteUrl: string;
  secret: string;
  clock: () => Date;
  log: (event: object) => void;
  /** Which kinds it sends, where not all. */
  serves?: Served | undefined;
  /** How long a mail may keep its lane; for tests. */
  patienceMs?: number | undefined;
}

export interface Outbox {
  /**
   * Sends every mail that is due, a few at once. Stops at the first sign that the mail server is down: the rest stays
   * due, and the mails that were tried step back so that no single one can block the others. Mails that take long go on
   * after it has returned.
   */
  drain(): Promise<DrainResult>;
  /** Settles when no mail is under way. What a round came to is complete by then. */
  rest(): Promise<void>;
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
/** Mails under way at once, and no mail server takes this for an attack. */
const LANES = 4;
/** How long a mail may keep its lane. It goes on after that, and the lane takes the next one. */
const PATIENCE_MS = 10_000;

/** What all rounds of a process share. */
interface Sending extends OutboxDependencies {
  slow: SlowRecipients;
  underWay: Set<Promise<void>>;
  /** Mails that the mail server has answered. */
  answered: number;
}

/** Makes the sending side of the outbox. It begins nothing by itself. */
export function createOutbox(dependencies: OutboxDependencies): Outbox {
  const sending: Sending = { ...dependencies, slow: createSlowRecipients(), underWay: new Set(), answered: 0 };
  return {
    async drain() {
      const result: DrainResult = { sent: 0, deferred: 0, refused: 0, reachable: true };
      const lanes = await Promise.allSettled(Array.from({ length: LANES }, () => drainLane(sending, result)));
      const failed = lanes.find((lane) => lane.status === 'rejected');
      if (failed) throw failed.reason;
      return result;
    },
    async rest() {
      while (sending.underWay.size > 0) await Promise.allSettled(sending.underWay);
    },
  };
}

async function drainLane(sending: Sending, result: DrainResult): Promise<void> {
  const { db, clock, log, serves } = sending;
  while (result.reachable) {
    const row = await claimMail(db, { by: randomUUID(), now: clock().toISOString(), until: claimEnd(clock()), serves });
    if (!row) return;
    const lane = Promise.withResolvers<undefined>();
    const work = bringAway(sending, row, result, () => lane.resolve(undefined)).finally(() =>
      sending.underWay.delete(work),
    );
    sending.underWay.add(work);
    await Promise.race([work, lane.promise]);
    work.catch((error: unknown) => log({ event: 'drain-failed', error: (error as Error).message }));
  }
}

/** Delivers a claimed mail and writes down what came of it. Calls `leaveLane` where that takes long. */
async function bringAway(sending: Sending, row: OutboxRow, result: DrainResult, leaveLane: () => void): Promise<void> {
  const { db, clock } = sending;
  const renewal = setInterval(
    () => void renewClaim(db, row, claimEnd(clock())).catch(() => undefined),
    RENEW_MS,
  ).unref();
  try {
    const outcome = await deliver(sending, row, leaveLane);
    await noteOutcome(sending, row, outcome);
    count(result, outcome);
  } finally {
    clearInterval(renewal);
  }
}

function claimEnd(now: Date): string {
  return new Date(now.getTime() + CLAIM_MS).toISOString();
}

function count(result: DrainResult, outcome: MailOutcome): void {
  if (outcome.kind === 'sent' || outcome.kind === 'deferred' || outcome.kind === 'refused') result[outcome.kind]++;
  if (outcome.kind === 'unwritten' || outcome.kind === 'waits') result.deferred++;
  // A server that says nothing about one mail may well answer the next.
  if ('silent' in outcome && outcome.silent) return;
  if (outcome.kind === 'unreachable' || (outcome.kind === 'deferred' && outcome.unconfirmed)) result.reachable = false;
}

async function deliver(sending: Sending, row: OutboxRow, leaveLane: () => void): Promise<MailOutcome> {
  const { log } = sending;
  const notWritten = (error: unknown): void =>
    log({ event: 'mail-not-written', mail: row.id, error: (error as Error).message });
  let register: Register;
  try {
    register = await sending.register();
  } catch (error) {
    // Content that is being mended: no mail can be written, so the round stops.
    notWritten(error);
    return { kind: 'unreachable', code: 'ENOREGISTER' };
  }
  const { portal } = register;
  try {
    const written = await rulesOf(sending.kinds, row).write({ ...sending, register }, row);
    if (!written) return { kind: 'nobody' };
    if (row.audience === 'officer' && !(await sending.kinds.mayGoTo(sending.db, register, row, written.mail.to)))
      return { kind: 'waits', code: 'ENOTRELEASED' };
    const { language, mail } = written;
    const text =
      portal.publisherKind === 'demonstration' ? `${texts('mail', language).demonstration}\n\n${mail.text}` : mail.text;
    // Another address gets another mail: one that knows the first id from elsewhere would drop it.
    const result = await send(sending, { ...mail, text }, portal, {
      id: row.redirected_to ? `${row.id}.2` : row.id,
      leaveLane,
    });
    return result ? { ...result, register, address: mail.to } : { kind: 'waits', code: 'ESLOWRECIPIENT' };
  } catch (error) {
    // A row of a newer version, or what it tells of is amiss: this mail waits and holds up no other.
    notWritten(error);
    return { kind: 'unwritten' };
  }
}

/** Hands a mail to the server, unless its address is slow just now: then it gives undefined and the mail waits. */
async function send(
  sending: Sending,
  mail: Mail,
  portal: Portal,
  { id, leaveLane }: { id: string; leaveLane: () => void },
): Promise<SendResult | undefined> {
  const line = sending.slow.begin(mail.to);
  if (!line) return undefined;
  const answeredBefore = sending.answered;
  const patience = setTimeout(() => {
    line.tookLong();
    leaveLane();
  }, sending.patienceMs ?? PATIENCE_MS).unref();
  const result = await sending.mailer.send(mail, portal, id);
  clearTimeout(patience);
  const answered = result.kind === 'sent' || (result.kind !== 'unreachable' && !result.silent);
  line.end(answered);
  if (answered) sending.answered++;
  // It answered others meanwhile, so it is this recipient that it has no word about, and that has an end some day.
  if (result.kind === 'unreachable' && result.silent && sending.answered > answeredBefore)
    return { kind: 'deferred', code: 0, silent: true };
  return result;
}
