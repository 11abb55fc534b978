import { parentPort, workerData } from 'node:worker_threads';
import { changedSources } from '../../register/changed-sources.ts';
import { buildRegister, type EntriesByCollection, type Register, type RegisterEntry } from '../../register/register.ts';
import { collections } from '../../schemas/collections.ts';
import { buildSearchIndex } from '../../search/build-index.ts';
import { IndexMemory } from '../../search/index-memory.ts';
import { loadVocabulary } from '../../search/load-vocabulary.ts';
import { noHistory } from '../rendering/edition-view.ts';
import type { FileRecord } from '../serve/edition-files.ts';
import { searchFolders } from './search-folders.ts';
import { openObjects } from './object-store.ts';
import { PageMemory } from './page-memory.ts';
import { trackContent } from './tracked-content.ts';

type CollectionOf = keyof EntriesByCollection;

/** Where the thread finds the words of the search, and keeps the files of the index. */
export interface RoutingPlace {
  contentDir: string;
  objectsDir: string;
}

/** What of the content differs from what the thread has. */
export interface RoutingChange {
  entries: { collection: CollectionOf; entry: RegisterEntry<CollectionOf> }[];
  gone: { collection: CollectionOf; id: string }[];
}

export type RoutingAnswer = { records: FileRecord[] } | { fault: string };

const { contentDir, objectsDir } = workerData as RoutingPlace;
const objects = openObjects(objectsDir);
const held = new Map(
  (Object.keys(collections) as CollectionOf[]).map((name) => [name, new Map<string, RegisterEntry<CollectionOf>>()]),
);
const reckoned = new PageMemory();
let remembered: ReturnType<typeof trackContent> | undefined;
const memory = new IndexMemory((key, reckon) => (remembered ? remembered.remember(key, reckon) : reckon()));
let before: Register | undefined;

function take({ entries, gone }: RoutingChange): Register {
  for (const { collection, entry } of entries) held.get(collection)?.set(entry.id, entry);
  for (const { collection, id } of gone) held.get(collection)?.delete(id);
  // In the same order whichever came first.
  const all = Object.fromEntries(
    [...held].map(([name, own]) => [name, [...own.values()].sort((a, b) => (a.id < b.id ? -1 : 1))]),
  );
  return buildRegister(all as unknown as EntriesByCollection);
}

async function make({ today, ...change }: RoutingChange & { today: Date }): Promise<RoutingAnswer> {
  try {
    const register = take(change);
    if (before) reckoned.forget(changedSources(before, register));
    before = register;
    remembered = trackContent({ register, history: noHistory }, reckoned);
    const files = buildSearchIndex(remembered.register, await loadVocabulary(contentDir), today, memory);
    return { records: [...files].map(([path, text]) => objects.put(searchFolders.own + path, Buffer.from(text))) };
  } catch (error) {
    return { fault: (error as Error).message };
  }
}

parentPort?.on(
  'message',
  (work: RoutingChange & { today: Date }) => void make(work).then((answer) => parentPort?.postMessage(answer)),
);
