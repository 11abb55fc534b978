import { serialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { entriesOf } from '../../register/handed-content.ts';
import type { Register } from '../../register/register.ts';
import type { FileRecord } from '../serve/edition-files.ts';
import type { FullTextWork } from './full-text-worker.ts';
import { shared } from './shared-bytes.ts';

export interface FullTextOptions {
  register: Register;
  contentDir: string;
  objectsDir: string;
  /** Gives up; rejects then. */
  signal?: AbortSignal | undefined;
}

/** Makes the index of the full text of pages, which can only be made whole, in a thread of its own. */
export async function makeFullText(
  { register, signal, ...options }: FullTextOptions,
  pages: FileRecord[],
): Promise<FileRecord[]> {
  const workerData: FullTextWork = { ...options, content: shared(serialize(entriesOf(register))), pages };
  const worker = new Worker(new URL('./full-text-worker.ts', import.meta.url), { workerData });
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
