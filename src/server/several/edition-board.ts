import * as z from 'zod';
import { openSession } from '../../database/postgres-session.ts';
import type { Edition } from '../edition/edition.ts';
import type { BuildFailure } from '../publisher.ts';

/** The row of the table; there is one, whose id is 1. */
export interface EditionStateRow {
  id: number;
  /** Counts the editions that were kept. */
  number: number;
  /** The commit of the last. */
  made_from: string | null;
  /** Names its content; see `Edition`. */
  content: string | null;
  day: string | null;
  /** ISO 8601, UTC. */
  kept_at: string | null;
  /** JSON: why the one after it could not be made. */
  failure: string | null;
  /** Counts the requests for a new edition. */
  asked: number;
}

declare module '../../database/tables.ts' {
  interface Tables {
    edition_state: EditionStateRow;
  }
}

const problem = z.object({
  file: z.string(),
  line: z.number().optional(),
  field: z.string().optional(),
  message: z.string(),
  remedy: z.string(),
});
const failureSchema = z.object({ commit: z.string().optional(), problems: z.array(problem) });
const row = z.object({
  number: z.number(),
  failure: z
    .string()
    .nullable()
    .transform((text) => (text === null ? undefined : failureSchema.parse(JSON.parse(text)))),
  asked: z.number(),
});

/** What is written on the board: which edition was kept last, and who wants another. */
export type EditionNews = z.output<typeof row>;

/**
 * Where portals on one database tell each other of editions, on a connection of its own. Everything rejects once that is
 * broken; the board has to be opened anew then, and whoever made editions has lost the right to.
 */
export interface EditionBoard {
  read(): Promise<EditionNews>;
  /** Takes the right to make editions where nobody has it. It ends with the connection, however that ends. */
  takeTurn(): Promise<boolean>;
  /** Tells that an edition was kept. */
  tellKept(edition: Edition): Promise<void>;
  /** Tells why the next could not be made, or that nothing stands in its way any more. */
  tellFailure(failure: BuildFailure | undefined): Promise<void>;
  /** Asks whoever makes editions for a new one. */
  ask(): Promise<void>;
  isOpen(): boolean;
  close(): Promise<void>;
}

const CHANNEL = 'opencharter_editions';
/** Names the lock in its database: "edition" in the digits of a telephone. */
const LOCK = 334_8466;

/** Opens the board; `news` is called when something was written there, and when the connection has ended. */
export async function openEditionBoard(url: string, news: () => void): Promise<EditionBoard> {
  const session = await openSession(url, CHANNEL, news);
  const write = async (set: string, values: unknown[] = []): Promise<void> => {
    await session.run(`update edition_state set ${set} where id = 1`, values);
    await session.run('select pg_notify($1, $2)', [CHANNEL, '']);
  };
  await session.run('insert into edition_state (id, number, asked) values (1, 0, 0) on conflict (id) do nothing');
  return {
    read: async () =>
      row.parse((await session.run('select number, failure, asked from edition_state where id = 1'))[0]),
    async takeTurn() {
      const [taken] = await session.run('select pg_try_advisory_lock($1) as taken', [LOCK]);
      return z.object({ taken: z.boolean() }).parse(taken).taken;
    },
    tellKept: ({ commit, content, day }) =>
      write('number = number + 1, made_from = $1, content = $2, day = $3, kept_at = $4', [
        commit ?? null,
        content,
        day,
        new Date().toISOString(),
      ]),
    tellFailure: (failure) => write('failure = $1', [failure ? JSON.stringify(failure) : null]),
    ask: () => write('asked = asked + 1'),
    isOpen: session.isOpen,
    close: session.close,
  };
}
