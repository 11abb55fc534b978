import { deserialize } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { buildRegister, type EntriesByCollection } from '../../register/register.ts';
import { loadVocabulary } from '../../search/load-vocabulary.ts';
import { makePagefindIndex } from '../../search/pagefind-index.ts';
import type { FileRecord } from '../serve/edition-files.ts';
import { openObjects } from './object-store.ts';
import { searchFolders } from './search-folders.ts';

/** What the index of the full text is made from. */
export interface FullTextWork {
  content: SharedArrayBuffer;
  contentDir: string;
  objectsDir: string;
  /** The pages of an edition. */
  pages: FileRecord[];
}

const { content, contentDir, objectsDir, pages } = workerData as FullTextWork;
const objects = openObjects(objectsDir);
const files = await makePagefindIndex({
  pages: pages.map((record) => ({
    sourcePath: record.path.slice(1),
    read: async () => (await objects.read(record)).identity.toString(),
  })),
  register: buildRegister(deserialize(new Uint8Array(content)) as EntriesByCollection),
  vocabulary: await loadVocabulary(contentDir),
});
parentPort?.postMessage(
  [...files].map(([path, body]) => objects.put(searchFolders.fullText + path, Buffer.from(body))),
);
