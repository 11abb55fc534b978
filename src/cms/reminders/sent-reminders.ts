import type { Database } from '../../database/tables.ts';

/** A mail on the review of a charter that was sent to an officer. */
export interface DeskReminderRow {
  agency: string;
  /** The day of the review (ISO 8601) that it spoke of: with another day all begins anew. */
  due: string;
  days_before: number;
  /** The officer's address, in small letters. */
  email: string;
  /** ISO 8601, UTC. */
  at: string;
}

declare module '../../database/tables.ts' {
  interface Tables {
    desk_reminders: DeskReminderRow;
  }
}

/** Which reminder it is. */
export type ReminderKey = Omit<DeskReminderRow, 'at'>;

/** Remembers in the database what was sent: a restart sends nothing twice, and every process knows. */
export interface SentReminders {
  /** Resolves when it is kept for good. Gives false where the same was noted before, by whichever process. */
  note(reminder: ReminderKey): Promise<boolean>;
  /** Takes back a note of what could not be sent. */
  unsent(reminder: ReminderKey): Promise<void>;
  /** Forgets what was sent for days of review that no charter has any more. */
  forgetOthers(current: { agency: string; due: string }[]): Promise<void>;
}

export function createSentReminders(open: () => Promise<Database>, clock: () => Date): SentReminders {
  return {
    async note(reminder) {
      const db = await open();
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('desk_reminders')
        .values({ ...reminder, at: clock().toISOString() })
        .onConflict((conflict) => conflict.columns(['agency', 'due', 'days_before', 'email']).doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },
    async unsent({ agency, due, days_before, email }) {
      const db = await open();
      await db
        .deleteFrom('desk_reminders')
        .where('agency', '=', agency)
        .where('due', '=', due)
        .where('days_before', '=', days_before)
        .where('email', '=', email)
        .execute();
    },
    async forgetOthers(current) {
      const db = await open();
      const kept = new Set(current.map(({ agency, due }) => `${agency}|${due}`));
      const known = await db.selectFrom('desk_reminders').select(['agency', 'due']).distinct().execute();
      for (const { agency, due } of known.filter((row) => !kept.has(`${row.agency}|${row.due}`)))
        await db.deleteFrom('desk_reminders').where('agency', '=', agency).where('due', '=', due).execute();
    },
  };
}
