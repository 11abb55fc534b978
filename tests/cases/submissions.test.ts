import { fork } from 'node:child_process';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { startWritingThread } from '../../src/cases/intake/writing/writing-thread.ts';
import {
  accepted,
  checkPage,
  complaintForm,
  openPipeline,
  story,
  type Pipeline,
  sendForm,
} from './pipeline-fixture.ts';
import { temporaryFolder } from './store-under-test.ts';

const CROWD = 64;
const context = { language: 'en' } as const;
let number = 0;

function crowd({ cases }: Pipeline, fields: (index: number) => { details?: string } = () => ({})) {
  return Promise.allSettled(
    Array.from({ length: CROWD }, (_, index) =>
      sendForm(cases, complaintForm({ wanted: `Wish ${number++}`, ...fields(index) }), context),
    ),
  );
}

/** Sends crowds until the thread that writes them has begun. */
async function untilThreaded(pipeline: Pipeline): Promise<number> {
  let begun = false;
  const notice = (worker: { once(event: 'message', listener: () => void): void }): void =>
    worker.once('message', () => (begun = true));
  process.on('worker', notice);
  onTestFinished(() => void process.off('worker', notice));
  let crowds = 0;
  // Forms come by a line, so between two crowds there is always time to hear from the thread.
  for (; !begun; crowds++) await crowd(pipeline).then(() => setImmediate());
  return crowds * CROWD;
}

test('a crowd is written by a thread, each case once with its event and mails, while others write too', async () => {
  const pipeline = await openPipeline();
  const before = await untilThreaded(pipeline);
  const own = accepted(await sendForm(pipeline.cases, complaintForm(), context));
  const [results] = await Promise.all([
    crowd(pipeline),
    pipeline.cases.rounds.drain(),
    pipeline.cases.citizen.erase(own.reference, own.secret, 'identity'),
    pipeline.cases.rounds.tick(),
  ]);
  const references = results.map((result) =>
    result.status === 'fulfilled' ? accepted(result.value).reference : String(result.reason),
  );
  expect(new Set(references).size).toBe(CROWD);
  expect(await pipeline.count('cases')).toBe(before + CROWD + 1);
  expect(await pipeline.count("events where kind = 'received'")).toBe(before + CROWD + 1);
  expect(await pipeline.count("outbox where kind = 'submission'")).toBe(before + CROWD + 1);
  expect(await pipeline.count("events where kind = 'identity-erased'")).toBe(1);
});

test('the same form twice in one crowd is one case, and a later retry shows it again', async () => {
  const pipeline = await openPipeline();
  await untilThreaded(pipeline);
  const before = await pipeline.count('cases');
  const tap = await checkPage(pipeline.cases, complaintForm(), context);
  const send = () => pipeline.cases.intake.submit(tap, context);
  const same = await Promise.allSettled(Array.from({ length: CROWD }, send));
  const again = accepted(await send());
  const first = new Set(
    same.map((result) =>
      result.status === 'fulfilled'
        ? JSON.stringify([accepted(result.value).reference, accepted(result.value).secret])
        : '',
    ),
  );
  expect([...first]).toEqual([JSON.stringify([again.reference, again.secret])]);
  expect(again.repeated).toBe(true);
  expect(await pipeline.count('cases')).toBe(before + 1);
});

test('one that cannot be written spoils none of its crowd', async () => {
  const pipeline = await openPipeline();
  await untilThreaded(pipeline);
  const mend = await pipeline.breakWrites({
    table: 'cases',
    on: 'insert',
    when: `new.matter like '%unwritable%'`,
    message: 'broken on purpose',
  });
  const results = await crowd(pipeline, (index) => (index === 40 ? { details: `${story} It is unwritable.` } : {}));
  await mend();
  expect(results.flatMap(({ status }, index) => (status === 'rejected' ? [index] : []))).toEqual([40]);
});

test('a thread that cannot open the file says so, and keeps nobody waiting', async () => {
  const thread = startWritingThread(await temporaryFolder(), 'a secret for tests that is long enough');
  await expect.poll(() => thread.hasFailed()).toBe(true);
  await expect(thread.write([])).rejects.toThrow();
});

test('killed in the middle of writing crowds, every reference that was told is there once and whole', async () => {
  const database = join(await temporaryFolder(), 'cases.sqlite');
  const told: string[] = [];
  for (const answersBeforeKill of [1, 70, 333, 700]) {
    const child = fork(join(import.meta.dirname, 'submissions-child.ts'), [database]);
    let left = Infinity;
    child.on('message', (message: string) => {
      if (message === 'threaded') left = answersBeforeKill;
      else told.push(message);
      if (--left < 0) child.kill('SIGKILL');
    });
    await new Promise((ended) => child.once('exit', ended));
  }
  const pipeline = await openPipeline({ databaseFile: database });
  const stored = new Set((await pipeline.query('select reference from cases')).map((row) => String(row['reference'])));
  expect(told.filter((reference) => !stored.has(reference))).toEqual([]);
  expect(new Set(told).size).toBe(told.length);
  expect(await pipeline.count("events where kind = 'received'")).toBe(stored.size);
  expect(await pipeline.count('outbox')).toBe(2 * stored.size);
});
