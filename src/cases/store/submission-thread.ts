import { parentPort, workerData } from 'node:worker_threads';
import { openStore } from './store.ts';
import { writeSubmissions, type Submission } from './write-submissions.ts';

/** The thread that `writing-thread.ts` starts: writes one batch after another and tells what became of each submission. */
const { file, key } = workerData as { file: string; key: string };
const db = await openStore(file);
parentPort?.on('message', (batch: Submission[] | 'close') => {
  if (batch === 'close') void db.destroy().then(() => parentPort?.close());
  else void writeSubmissions(db, key, batch).then((results) => parentPort?.postMessage(results));
});
parentPort?.postMessage('ready');
