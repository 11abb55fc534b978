import { deserialize } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { buildRegister, type EntriesByCollection } from '../../register/register.ts';
import { buildSearchIndex } from '../../search/build-index.ts';
import { loadVocabulary } from '../../search/load-vocabulary.ts';
import { makePagefindIndex } from '../../search/pagefind-index.ts';
import type { FileRecord } from '../serve/edition-files.ts';
import { openObjects } from './object-store.ts';

/** Which index is made, and from what. */
export interface SearchWork {
  content: SharedArrayBuffer;
  contentDir: string;
  objectsDir: string;
  today: Date;
  /** The pages of an edition, for the index of their full text; without, the index of who handles what is made. */
  pages?: FileRecord[];
}

const { content, contentDir, objectsDir, today, pages } = workerData as SearchWork;
const register = buildRegister(deserialize(new Uint8Array(content)) as EntriesByCollection);
const vocabulary = await loadVocabulary(contentDir);
const objects = openObjects(objectsDir);

const files = pages
  ? await makePagefindIndex({
      pages: pages.map((record) => ({
        sourcePath: record.path.slice(1),
        read: async () => (await objects.read(record)).identity.toString(),
      })),
      register,
      vocabulary,
    })
  : buildSearchIndex(register, vocabulary, today);
const folder = pages ? '/pagefind/' : '/search-index/';
const records = [...files].map(([path, body]) =>
  objects.put(folder + path, typeof body === 'string' ? Buffer.from(body) : Buffer.from(body)),
);
parentPort?.postMessage(records);
