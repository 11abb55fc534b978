import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod';
import { createQueue } from '../git/queue.ts';

const saved = z.record(z.string(), z.number());

/**
 * Remembers, in a file, the sessions that were ended by signing out until they would have ended by themselves: a
 * restart forgets none.
 */
export function createEndedSessions(file: string, clock: () => Date) {
  const inTurn = createQueue();
  let known: Promise<Map<string, number>> | undefined;
  const ended = (): Promise<Map<string, number>> =>
    (known ??= load(file).catch((error: unknown) => {
      // Once the file is mended or gone it is read anew, without a restart.
      known = undefined;
      throw error;
    }));

  async function has(id: string): Promise<boolean> {
    return (await ended()).has(id);
  }

  /** Resolves when the session is ended for good. */
  async function add(id: string, endsAt: number): Promise<void> {
    const sessions = await ended();
    const now = clock().getTime();
    for (const [old, at] of sessions) if (at <= now) sessions.delete(old);
    sessions.set(id, endsAt);
    await inTurn(async () => {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(`${file}.new`, JSON.stringify(Object.fromEntries(sessions)), { mode: 0o600 });
      await rename(`${file}.new`, file);
    });
  }

  return { has, add };
}

export type EndedSessions = ReturnType<typeof createEndedSessions>;

async function load(file: string): Promise<Map<string, number>> {
  try {
    return new Map(Object.entries(saved.parse(JSON.parse(await readFile(file, 'utf8')))));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    throw new Error(
      `${file} cannot be read. Remove it; officers who signed out today may then still be signed in elsewhere.`,
      { cause: error },
    );
  }
}
