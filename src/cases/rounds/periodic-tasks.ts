/** Something that is done again and again, and how long to wait between two times (ms). */
export interface PeriodicTask {
  do: () => Promise<unknown>;
  everyMs: number;
}

/**
 * What is to be done before each round of sending: each chore whose time has come, one after another. One that
 * fails keeps none behind it from being done; what failed first is thrown once all have had their turn.
 */
export function createPeriodicTasks(chores: PeriodicTask[], clock: () => Date): () => Promise<void> {
  const doneAt = new Map<PeriodicTask, number>();
  return async () => {
    const failures: unknown[] = [];
    for (const chore of chores) {
      const now = clock().getTime();
      if (now - (doneAt.get(chore) ?? -Infinity) < chore.everyMs) continue;
      doneAt.set(chore, now);
      await chore.do().catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  };
}
