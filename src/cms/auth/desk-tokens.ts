import type { Database } from '../../database/tables.ts';

/** What is known of a link or a session until it is worth nothing any more. */
export interface DeskTokenRow {
  /** A link was sent, a link was used, or a session was ended. */
  kind: 'sent' | 'used' | 'ended';
  /** Of the link or session. */
  id: string;
  /** The officer's address. */
  email: string;
  /** ISO 8601, UTC. */
  at: string;
  /** From then on nobody asks for it (ISO 8601, UTC). */
  forget_at: string;
}

declare module '../../database/tables.ts' {
  interface Tables {
    desk_tokens: DeskTokenRow;
  }
}

/** Remembers, in the database, what was done with links and sessions: a restart forgets none, and every process knows. */
export interface DeskTokens {
  /** Resolves when it is kept for good. Gives false where the same was noted before, by whichever process. */
  note(token: { kind: DeskTokenRow['kind']; id: string; email: string; forgetAt: number }): Promise<boolean>;
  has(kind: DeskTokenRow['kind'], id: string): Promise<boolean>;
  /** When links were sent to an address that are remembered, in milliseconds since 1970, the oldest first. */
  sentTo(email: string): Promise<number[]>;
  forget(kind: DeskTokenRow['kind'], id: string): Promise<void>;
}

export function createDeskTokens(open: () => Promise<Database>, clock: () => Date): DeskTokens {
  return {
    async note({ kind, id, email, forgetAt }) {
      const db = await open();
      const at = clock().toISOString();
      await db.deleteFrom('desk_tokens').where('forget_at', '<=', at).execute();
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('desk_tokens')
        .values({ kind, id, email, at, forget_at: new Date(forgetAt).toISOString() })
        .onConflict((conflict) => conflict.columns(['kind', 'id']).doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },
    async has(kind, id) {
      const db = await open();
      const found = db.selectFrom('desk_tokens').select('id').where('kind', '=', kind).where('id', '=', id);
      return (await found.executeTakeFirst()) !== undefined;
    },
    async sentTo(email) {
      const db = await open();
      const rows = await db
        .selectFrom('desk_tokens')
        .select('at')
        .where('kind', '=', 'sent')
        .where('email', '=', email)
        .where('forget_at', '>', clock().toISOString())
        .orderBy('at')
        .execute();
      return rows.map(({ at }) => Date.parse(at));
    },
    async forget(kind, id) {
      const db = await open();
      await db.deleteFrom('desk_tokens').where('kind', '=', kind).where('id', '=', id).execute();
    },
  };
}
