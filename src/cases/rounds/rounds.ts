import { forgetErased } from '../../database/forget-erased.ts';
import type { DrainResult } from '../../mail/outbox.ts';
import { createSender, type Sender } from '../../mail/sender.ts';
import { dropOldMails } from '../../mail/drop-old-mails.ts';
import { askDueAddresses } from '../addresses/ask.ts';
import { dropOldHeldFiles } from '../files/held-files.ts';
import { forgetOldErasures } from '../store/erasures.ts';
import { createPeriodicTasks } from './periodic-tasks.ts';
import { deleteOldCases } from './retention.ts';
import { tick, type TickDependencies, type TickResult } from './tick.ts';

/** What the portal does by itself, again and again. */
export interface Rounds {
  /** Looks at the clocks that are due, once: reminds and escalates. */
  tick(): Promise<TickResult>;
  /** Sends what is due, once, and waits for the slowest of it. For a scheduled job and for tests. */
  drain(): Promise<DrainResult>;
  /**
   * Deletes the cases that have been kept as long as their country keeps them, files that were never sent, and mails of
   * no case that left long ago. Gives how many cases.
   */
  deleteOld(): Promise<number>;
  /** Has mail sent soon after something was saved that may have given rise to some; gives what was saved. */
  wakeAfter: Sender['wakeAfter'];
  /** Keeps looking at clocks and sending what is due until `stop()`. */
  start(): void;
  stop(): Promise<void>;
}

export interface RoundsDependencies extends TickDependencies {
  /** Does something that may give a case to somebody, with addresses known as of now. */
  routed: <T>(act: () => Promise<T>) => Promise<T>;
  /** Sends what is due, once. */
  drain: () => Promise<DrainResult>;
  /** Closes the days of the chain of receipts that are over. Never rejects. */
  closeDays: () => Promise<void>;
  /** Settles when no mail is under way. */
  rest: () => Promise<void>;
}

/** How often the outbox is looked through; a new complaint does not wait for it. */
const ROUND_MS = 15_000;
const HOUR_MS = 60 * 60 * 1000;

/** Makes the rounds of a portal. Nothing begins before `start()`. */
export function createRounds(dependencies: RoundsDependencies): Rounds {
  const { db, clock, log, routed, drain, rest, closeDays } = dependencies;
  const before = createPeriodicTasks(
    [
      { do: () => routed(() => tick(dependencies)), everyMs: 0 },
      { do: closeDays, everyMs: 0 },
      { do: () => askDueAddresses(dependencies), everyMs: HOUR_MS / 6 },
      { do: () => deleteOldCases(dependencies), everyMs: HOUR_MS },
      { do: () => forgetErased(db), everyMs: HOUR_MS },
      { do: () => forgetOldErasures(db, clock()), everyMs: 24 * HOUR_MS },
      { do: () => dropOldMails(db, clock()), everyMs: 24 * HOUR_MS },
      { do: () => dropOldHeldFiles(db, clock()), everyMs: HOUR_MS / 12 },
    ],
    clock,
  );
  const sender = createSender({ drain, before, log, roundMs: ROUND_MS });
  return {
    tick: () => routed(() => tick(dependencies)),
    async drain() {
      const result = await sender.drain();
      await rest();
      return result;
    },
    async deleteOld() {
      await dropOldHeldFiles(db, clock());
      await dropOldMails(db, clock());
      await forgetOldErasures(db, clock());
      await closeDays();
      return deleteOldCases(dependencies);
    },
    wakeAfter: sender.wakeAfter,
    start: sender.start,
    async stop() {
      await sender.stop();
      await rest();
    },
  };
}
