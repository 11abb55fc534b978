import { keepEdition, objectsIn, readEdition, type Edition, type SourceChange } from './edition.ts';
import { openObjects, type ObjectStore } from './object-store.ts';

/**
 * Where editions are kept, for a restart and for other processes that serve the same. A folder, on this machine or shared
 * by several; a store elsewhere would implement this, and be handed to the workers that make pages (`page-worker.ts`).
 */
export interface EditionStore {
  objects: ObjectStore;
  /**
   * Keeps an edition as the one that is served from now on. Its objects have to be there already. `change` is that since
   * the one that was kept before, and `before` the one that it follows: what only that had stays for a while, because
   * other processes serve it until they have read the new one.
   */
  keep(edition: Edition, change: SourceChange, before?: Edition): Promise<void>;
  /** The edition that was kept last, where it can be read. Who only serves it needs no sources. */
  read(need?: 'all' | 'without-sources'): Promise<Edition | undefined>;
  /** Removes what no edition has named for an hour and this one does not. */
  tidy(edition: Edition): Promise<void>;
}

/** Longer than any process, at a machine that was away too, goes on with an edition that was followed by another. */
const UNUSED_MS = 60 * 60_000;

/** Editions in a folder: `edition.json` names the objects of the one kept last, `sources.jsonl` what its pages are made from. */
export function openEditionFolder(editionDir: string): EditionStore {
  const objects = openObjects(objectsIn(editionDir));
  return {
    objects,
    async keep(edition, change, before) {
      if (before) await objects.spare(dropped(before, edition));
      await keepEdition(editionDir, edition, change);
    },
    read: (need = 'all') => readEdition(editionDir, need === 'all'),
    tidy: ({ files }) =>
      objects.tidy(new Set([...files.values()].map(({ hash }) => hash)), new Date(Date.now() - UNUSED_MS)),
  };
}

/** What stood somewhere and does not any more. */
function dropped(before: Edition, after: Edition): string[] {
  return [...before.files.values()].flatMap(({ path, hash }) => (after.files.get(path)?.hash === hash ? [] : hash));
}
