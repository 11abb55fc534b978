import { randomUUID } from 'node:crypto';
import type { CaseEvent, RecordedEvent } from '../../schemas/cases/event.ts';
import { addFiles } from '../store/stored-files.ts';
import { appendEvent, lockCase } from '../store/case-records.ts';
import { enqueueMails } from '../../mail/outbox-rows.ts';
import { isUniqueViolation } from '../../database/unique-violation.ts';
import { letterRow } from './case-mails.ts';
import { allowed, type Action, type Actor } from '../state/allowed.ts';
import { handsOver, isToReview, lettersFor } from './letters-for.ts';
import { apply, reduce, type CaseState } from '../state/state.ts';
import { readLivingCase, setClock, type LivingCase } from '../store/life-records.ts';
import type { Attachment } from '../../schemas/cases/attachment.ts';
import type { Database } from '../../database/tables.ts';

/** What was written, under the id by which an event refers to it. */
export interface Words {
  id: string;
  text: string;
}

/** What an action adds to a case: one event, what was written in it, and the files that came with it. */
export interface Change {
  event: CaseEvent;
  words?: Words[];
  files?: Attachment[];
  /** What else is stored with it, in the same transaction. */
  beside?: (transaction: Database) => Promise<unknown>;
}

export interface Attempt {
  caseId: string;
  actor: Actor;
  action: Action;
  /**
   * What the case stood at when this was decided; absent for the portal's clock, which decides inside the transaction.
   */
  version?: number;
  now: Date;
  /**
   * Decides on the event once the case is known to allow the action; undefined where there is nothing to do after all.
   */
  decide(stored: LivingCase, state: CaseState): Change | undefined;
}

/** `changed`: something else happened to the case meanwhile; nothing was added. */
export type AttemptResult = { ok: true; state: CaseState } | { ok: false; why: 'changed' | 'not-allowed' };

const ATTEMPTS_MAX = 3;

/**
 * Adds one event to a case, with its words, files and letters, in one transaction, if the case still stands where it
 * was decided on and allows it. Of two that act on the same version, one is told that the case has changed.
 */
export async function record(db: Database, attempt: Attempt): Promise<AttemptResult> {
  for (let tries = 1; ; tries++) {
    try {
      return await db.transaction().execute((transaction) => recordWithin(transaction, attempt));
    } catch (error) {
      // Two events drew the same number; the second look sees the first.
      if (!isUniqueViolation(error) || tries === ATTEMPTS_MAX) throw error;
    }
  }
}

/** What an event tells of its files: how many there are. */
export function counted(files: Attachment[]): { files?: number } {
  return files.length > 0 ? { files: files.length } : {};
}

/**
 * Does the same for a person at a form. A store that takes nothing is told and not thrown, so that the page can give
 * back what they typed; it is logged without a word of it.
 */
export async function recordOrTell(
  { db, log }: { db: Database; log: (event: object) => void },
  attempt: Attempt,
): Promise<AttemptResult | { ok: false; why: 'failed' }> {
  try {
    return await record(db, attempt);
  } catch (error) {
    log({ event: 'action-failed', case: attempt.caseId, action: attempt.action, error: (error as Error).message });
    return { ok: false, why: 'failed' };
  }
}

/** An id for words that an event will refer to. */
export function newWords(text: string): Words {
  return { id: randomUUID(), text };
}

async function recordWithin(
  transaction: Database,
  { caseId, actor, action, version, now, decide }: Attempt,
): Promise<AttemptResult> {
  await lockCase(transaction, caseId);
  const stored = await readLivingCase(transaction, caseId);
  const state = reduce(stored.events);
  if (version !== undefined && version !== state.version) return { ok: false, why: 'changed' };
  const change = allowed(state, actor).includes(action) ? decide(stored, state) : undefined;
  if (!change) return { ok: false, why: 'not-allowed' };
  const at = now.toISOString();
  const recorded: RecordedEvent = { sequence: (stored.events.at(-1)?.sequence ?? 0) + 1, at, event: change.event };
  const after = apply(state, recorded);
  if (change.words && change.words.length > 0) {
    await transaction
      .insertInto('case_words')
      .values(change.words.map((written) => ({ ...written, case_id: caseId })))
      .execute();
  }
  await appendEvent(transaction, caseId, at, change.event);
  const sender = actor.kind === 'officer' ? 'officer' : 'citizen';
  await addFiles(transaction, caseId, change.files ?? [], { sequence: recorded.sequence, sender });
  await change.beside?.(transaction);
  const letters = lettersFor(recorded, after, stored.submission.email !== undefined);
  await enqueueMails(
    transaction,
    letters.map((place) => {
      const reader =
        place.audience === 'officer' && !handsOver(place)
          ? after.turns.find(({ turn }) => turn === place.turn)?.holder
          : undefined;
      return letterRow('letter', place, { caseId, at, ...(reader ? { about: { reader } } : {}) });
    }),
  );
  if (isToReview(change.event, after))
    await enqueueMails(transaction, [
      letterRow('review', { sequence: recorded.sequence, audience: 'operator', turn: 0 }, { caseId, at }),
    ]);
  await setClock(transaction, caseId, at);
  return { ok: true, state: after };
}
