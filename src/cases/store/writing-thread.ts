import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SavedSubmission, Submission } from './write-submissions.ts';

type Results = PromiseSettledResult<SavedSubmission>[];

/** A thread that writes submissions to a SQLite file, so that pages are made and forms are checked while the disk is at work. */
export interface WritingThread {
  /** False while it starts, and for good once it has failed. */
  isReady(): boolean;
  hasFailed(): boolean;
  /** Writes a batch, one after another. Rejects where the thread is not ready, or ended before it could tell. */
  write(batch: Submission[]): Promise<Results>;
  close(): Promise<void>;
}

/** Starts the thread. `key` is the server's own key. */
export function startWritingThread(file: string, key: string): WritingThread {
  const worker = new Worker(join(import.meta.dirname, 'submission-thread.ts'), { workerData: { file, key } });
  // A process that has nothing else to do may end.
  worker.unref();
  let state: 'starting' | 'ready' | 'failed' = 'starting';
  let waiting: PromiseWithResolvers<Results> | undefined;
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  worker.on('message', (message: 'ready' | Results) => {
    if (message === 'ready') state = 'ready';
    else waiting?.resolve(message);
  });
  const fail = (reason: Error): void => {
    state = 'failed';
    waiting?.reject(reason);
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the writing thread has ended')));
  return {
    isReady: () => state === 'ready',
    hasFailed: () => state === 'failed',
    write(batch) {
      if (state !== 'ready') return Promise.reject(new Error('the writing thread is not at work'));
      waiting = Promise.withResolvers();
      worker.ref();
      worker.postMessage(batch);
      return waiting.promise.finally(() => worker.unref());
    },
    async close() {
      worker.ref();
      worker.postMessage('close');
      await ended;
    },
  };
}
