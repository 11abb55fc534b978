import type { EditionStore } from '../edition/edition-store.ts';
import type { EditionBoard } from './edition-board.ts';

/**
 * A store that tells on the board what is kept in it. Whoever has lost the right to make editions keeps none any more:
 * the board is asked before, on the connection that the right hangs on.
 */
export function announcedStore(store: EditionStore, board: EditionBoard): EditionStore {
  return {
    ...store,
    async keep(edition, change, before) {
      await board.read();
      await store.keep(edition, change, before);
      await board.tellKept(edition);
    },
    async read(need) {
      const kept = await store.read(need);
      // Whoever kept it may have ended before it could tell.
      if (kept) await board.tellKept(kept);
      return kept;
    },
  };
}
