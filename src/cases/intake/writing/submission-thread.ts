import { parentPort, workerData } from 'node:worker_threads';
import { createGroup } from '../../../lib/group.ts';
import { openDatabase } from '../../../database/open-database.ts';
import { writeSubmissions, type SavedSubmission, type DraftedSubmission } from './write-submissions.ts';

/** What the thread is told: a batch to be written, whose answer carries the same number; or that it may end. */
export type Order = { number: number; batch: DraftedSubmission[] } | 'close';
export type Answer = { number: number; results: PromiseSettledResult<SavedSubmission>[] } | 'ready';

/**
 * The thread that `writing-thread.ts` starts. What came in while it was writing is written together: the slower the
 * disk, the more submissions share one commit.
 */
const { file, key } = workerData as { file: string; key: string };
const port = parentPort;
if (!port) throw new Error('This module runs as a thread of its own.');
const db = await openDatabase(file);
const group = createGroup({ write: (together: DraftedSubmission[]) => writeSubmissions(db, key, together), lanes: 1 });
const answer = (message: Answer): void => port.postMessage(message);

port.on('message', (order: Order) => {
  if (order === 'close') void db.destroy().then(() => port.close());
  else
    void Promise.allSettled(order.batch.map((submission) => group.add(submission))).then((results) =>
      answer({ number: order.number, results }),
    );
});
answer('ready');
