import { serialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { entriesOf } from '../../register/handed-content.ts';
import type { Register } from '../../register/register.ts';
import type { FileRecord } from '../serve/edition-files.ts';
import type { SearchWork } from './search-worker.ts';
import { shared } from './shared-bytes.ts';

export interface SearchOptions {
  register: Register;
  contentDir: string;
  objectsDir: string;
  today: Date;
  /** Gives up; rejects then. */
  signal?: AbortSignal | undefined;
}

/** Where the files of both indexes lie: who handles what, and the full text. */
export const searchFolders = { own: '/search-index/', fullText: '/pagefind/' } as const;

/** Makes the index of who handles what, in a thread of its own, and gives its files. */
export function makeSearch(options: SearchOptions): Promise<FileRecord[]> {
  return runWorker(options);
}

/** Makes the index of the full text of pages, which can only be made whole, in a thread of its own. */
export function makeFullText(options: SearchOptions, pages: FileRecord[]): Promise<FileRecord[]> {
  return runWorker(options, pages);
}

async function runWorker({ register, signal, ...options }: SearchOptions, pages?: FileRecord[]): Promise<FileRecord[]> {
  const workerData: SearchWork = {
    ...options,
    content: shared(serialize(entriesOf(register))),
    ...(pages ? { pages } : {}),
  };
  const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { workerData });
  try {
    return await new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error));
      worker.once('error', reject);
      worker.once('message', resolve);
      worker.once('exit', (code) => reject(new Error(`The index for the search could not be made (code ${code}).`)));
    });
  } finally {
    await worker.terminate();
  }
}
