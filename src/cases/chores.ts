/** Something that is done again and again, and how long to wait between two times (ms). */
export interface Chore {
  do: () => Promise<unknown>;
  everyMs: number;
}

/** Gives what is to be done before each round of sending: each chore whose time has come, one after another. */
export function createChores(chores: Chore[], clock: () => Date): () => Promise<void> {
  const doneAt = new Map<Chore, number>();
  return async () => {
    for (const chore of chores) {
      const now = clock().getTime();
      if (now - (doneAt.get(chore) ?? -Infinity) < chore.everyMs) continue;
      doneAt.set(chore, now);
      await chore.do();
    }
  };
}
