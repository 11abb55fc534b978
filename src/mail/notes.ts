import * as z from 'zod';
import type { Database } from '../database/tables.ts';
import { defaultLanguage } from '../lib/locales.ts';
import { boxKey, openBox, sealBox } from '../lib/sealed-box.ts';
import type { MailRules } from './mail-rules.ts';
import { createOutbox, type DrainResult, type OutboxDependencies } from './outbox.ts';
import { enqueueMails, newMailRow } from './outbox-rows.ts';
import type { OutboxRow } from './outbox-table.ts';
import { createSender, type Sender } from './sender.ts';

/** A mail of the portal to one of its own people who waits for it, such as a link for signing in. */
const noteSchema = z.strictObject({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  /** From then on it is worth nothing (ISO 8601, UTC). */
  until: z.string(),
});
export type Note = z.output<typeof noteSchema>;

/** Sends notes by a lane of their own: however many letters are due, nobody waits behind them. */
export interface Notes {
  /** Resolves once the note is in the outbox. */
  send(note: Note): Promise<void>;
  /** Sends what is due, once, and waits for it. For tests. */
  drain(): Promise<DrainResult>;
  start: Sender['start'];
  stop(): Promise<void>;
}

export const NOTE_KIND = 'note';
const aboutSchema = z.strictObject({ sealed: z.string() });
/** How often notes are looked for that a mail server would not take; a new one does not wait for it. */
const ROUND_MS = 15_000;

/**
 * Makes the rules of notes. What one says exists once and cannot be written again, so it waits in the outbox, sealed
 * with the server's key, and is wiped when it has left or is worth nothing any more.
 */
export function noteRules(secret: string): MailRules {
  const key = boxKey(secret, NOTE_KIND);
  const read = (row: OutboxRow): Note | undefined => {
    if (row.about === null) return undefined;
    const { sealed } = aboutSchema.parse(JSON.parse(row.about));
    return noteSchema.parse(JSON.parse(openBox(key, Buffer.from(sealed, 'base64')).toString('utf8')));
  };
  return {
    write: ({ clock }, row) => {
      const note = read(row);
      if (!note || note.until <= clock().toISOString()) return Promise.resolve(undefined);
      const { to, subject, text } = note;
      return Promise.resolve({ language: defaultLanguage, mail: { to, subject, text, automatic: true } });
    },
    addresses: (_, row) => Promise.resolve([read(row)?.to ?? []].flat()),
    redirect: () => Promise.resolve(undefined),
    sent: wipe,
    failed: wipe,
  };
}

/** Makes the sender of notes on the outbox that all mail shares. */
export function createNotes(dependencies: OutboxDependencies): Notes {
  const { db, clock, log, secret } = dependencies;
  const key = boxKey(secret, NOTE_KIND);
  const outbox = createOutbox({ ...dependencies, serves: { only: [NOTE_KIND] } });
  const sender = createSender({ drain: outbox.drain, before: () => Promise.resolve(), log, roundMs: ROUND_MS });
  return {
    send: (note) => sender.wakeAfter(enqueueMails(db, [rowOf(note, key, clock().toISOString())])),
    async drain() {
      const result = await sender.drain();
      await outbox.rest();
      return result;
    },
    start: sender.start,
    async stop() {
      await sender.stop();
      await outbox.rest();
    },
  };
}

function rowOf(note: Note, key: Uint8Array, at: string): OutboxRow {
  const sealed = sealBox(key, [Buffer.from(JSON.stringify(note))]).toString('base64');
  return newMailRow({ kind: NOTE_KIND, place: { sequence: 0, audience: 'editor', turn: 0 }, at, about: { sealed } });
}

async function wipe(transaction: Database, { id }: OutboxRow): Promise<void> {
  await transaction.updateTable('outbox').set({ about: null }).where('id', '=', id).execute();
}
