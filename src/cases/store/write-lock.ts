/** Lets the writers of one process at a SQLite file one after another, in the order in which they asked. */
export interface WriteLock {
  /** Resolves when it is the caller's turn, with what ends that turn. */
  acquire(): Promise<() => void>;
}

/**
 * Makes a write lock. SQLite has one of its own, but whoever finds that one taken can only look again after a while, and a
 * flood of submissions could keep a mail's note waiting until it is given up: the mail would be sent twice.
 */
export function createWriteLock(): WriteLock {
  let last: Promise<unknown> = Promise.resolve();
  return {
    async acquire() {
      const before = last;
      const turn = Promise.withResolvers<undefined>();
      last = turn.promise;
      await before;
      return () => turn.resolve(undefined);
    },
  };
}
