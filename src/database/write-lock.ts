/** Lets the writers of one process at a SQLite file one after another, in the order in which they asked. */
export interface WriteLock {
  /** Resolves when it is the caller's turn, with what ends that turn. */
  acquire(): Promise<() => void>;
  /** Resolves when it is the turn of those who share one: they go on together until somebody else waits. */
  join(): Promise<() => void>;
}

interface SharedTurn {
  members: number;
  begun: Promise<() => void>;
}

/**
 * Makes a write lock. SQLite has one of its own, but whoever finds that one taken can only look again after a while,
 * and a flood of submissions could keep a mail's note waiting until it is given up: the mail would be sent twice.
 */
export function createWriteLock(): WriteLock {
  let last: Promise<unknown> = Promise.resolve();
  let shared: SharedTurn | undefined;
  const acquire = async (): Promise<() => void> => {
    const before = last;
    const turn = Promise.withResolvers<undefined>();
    last = turn.promise;
    await before;
    return () => turn.resolve(undefined);
  };
  return {
    acquire() {
      // Whoever joins from now on comes after this one.
      shared = undefined;
      return acquire();
    },
    async join() {
      const turn = (shared ??= { members: 0, begun: acquire() });
      turn.members++;
      const end = await turn.begun;
      return () => {
        if (--turn.members > 0) return;
        if (shared === turn) shared = undefined;
        end();
      };
    },
  };
}
