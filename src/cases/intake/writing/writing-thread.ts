import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Answer, Order } from './submission-thread.ts';
import type { SavedSubmission, DraftedSubmission } from './write-submissions.ts';

type Results = PromiseSettledResult<SavedSubmission>[];

/**
 * A thread that writes submissions to a SQLite file, so that pages are made and forms are checked while the disk is at
 * work.
 */
export interface WritingThread {
  /** False while it starts, and for good once it has failed. */
  isReady(): boolean;
  hasFailed(): boolean;
  /**
   * Writes a batch, with those that come while another is being written. Rejects where the thread is not ready, or
   * ended before it could tell.
   */
  write(batch: DraftedSubmission[]): Promise<Results>;
  close(): Promise<void>;
}

/** Starts the thread. `key` is the server's own key. */
export function startWritingThread(file: string, key: string): WritingThread {
  const worker = new Worker(join(import.meta.dirname, 'submission-thread.ts'), { workerData: { file, key } });
  // A process that has nothing else to do may end.
  worker.unref();
  let state: 'starting' | 'ready' | 'failed' = 'starting';
  const waiting = new Map<number, PromiseWithResolvers<Results>>();
  let last = 0;
  const tell = (order: Order): void => worker.postMessage(order);
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  worker.on('message', (answer: Answer) => {
    if (answer === 'ready') {
      state = 'ready';
      return;
    }
    waiting.get(answer.number)?.resolve(answer.results);
    waiting.delete(answer.number);
    if (waiting.size === 0) worker.unref();
  });
  const fail = (reason: Error): void => {
    state = 'failed';
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the writing thread has ended')));
  return {
    isReady: () => state === 'ready',
    hasFailed: () => state === 'failed',
    write(batch) {
      if (state !== 'ready') return Promise.reject(new Error('the writing thread is not at work'));
      const number = ++last;
      const answered = Promise.withResolvers<Results>();
      waiting.set(number, answered);
      worker.ref();
      tell({ number, batch });
      return answered.promise;
    },
    async close() {
      worker.ref();
      tell('close');
      await ended;
    },
  };
}
