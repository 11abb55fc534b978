import { parentPort, workerData } from 'node:worker_threads';
import { ImportError } from '../import-error.ts';
import type { Limits } from '../limits.ts';
import { readBlocks } from './read-blocks.ts';

// Runs in a thread of its own (see ../read-document.ts), so that a document that is made to hang or to fill memory can
// be stopped.
const { name, bytes, limits } = workerData as { name: string; bytes: Uint8Array; limits: Limits };
try {
  parentPort?.postMessage({ document: await readBlocks(name, Buffer.from(bytes), limits) });
} catch (error) {
  parentPort?.postMessage(
    error instanceof ImportError
      ? { refusal: { what: error.what, remedy: error.remedy } }
      : { failure: (error as Error).message },
  );
}
