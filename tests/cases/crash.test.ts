import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { post, startCaseProcess, type CaseProcess } from './case-processes.ts';
import { openPipeline } from './pipeline-fixture.ts';
import { startMailServer, type TakenMail } from './mail-servers.ts';
import { storeUnderTest } from './store-under-test.ts';

const KILLS = 20;
const SENDERS = 12;
const PAUSE_MS = 10;
/** A kill comes after up to so many answers of one process. */
const ANSWERS_BEFORE_KILL_MAX = 25;
/** Mails that a process may have under way when it is killed. */
const MAILS_UNDER_WAY = 4;

test(`killed ${KILLS} times under load, every acknowledged case and its mail are there exactly once`, async () => {
  const database = await storeUnderTest().create();
  const { port: smtpPort, taken } = await startMailServer({});
  const start = (): Promise<CaseProcess> => startCaseProcess({ database, smtpPort });
  const acknowledged = new Map<number, string>();
  let current = await start();
  // The next one stands ready beside it, as in a deployment: two serve the same database and drain the same outbox.
  let following = start();
  let next = 0;
  let kills = 0;
  let leftUntilKill = 1;
  const killAndReplace = async (): Promise<void> => {
    kills++;
    leftUntilKill = 1 + ((kills * 17) % ANSWERS_BEFORE_KILL_MAX);
    const [killed, replacement] = [current, await following];
    await killed.kill();
    current = replacement;
    following = start();
  };
  const sender = async (): Promise<void> => {
    while (kills < KILLS) {
      await following;
      const number = next++;
      // Like a citizen whose line broke: the same form again, until it is answered.
      for (let answered = false; !answered;) {
        const answer = await post(current.port, number).catch(() => undefined);
        answered = answer?.status === 200;
        if (answer?.reference) acknowledged.set(number, answer.reference);
        else await setTimeout(PAUSE_MS);
      }
      if (--leftUntilKill === 0 && kills < KILLS) await killAndReplace();
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  await Promise.all([current.kill(), following.then((spare) => spare.kill())]);
  const later = new Date(Date.now() + 60 * 60 * 1000);
  const pipeline = await openPipeline({ databaseFile: database, smtpPort, clock: () => later });
  while ((await pipeline.cases.drain()).sent > 0);

  const stored = (await pipeline.query('select reference from cases')).map((row) => String(row['reference']));
  expect(acknowledged.size).toBe(next);
  expect(stored.sort()).toEqual([...acknowledged.values()].sort());
  expect(await pipeline.count("events where kind = 'received'")).toBe(stored.length);
  expect(await pipeline.count("events where kind = 'forwarded'")).toBe(stored.length);
  expect(await pipeline.count('outbox where sent_at is not null')).toBe(stored.length);
  expectEachOnce(taken, stored);
}, 120_000);

/** Every case has its mail; one that came twice, because of a kill between "250" and the note of it, came under the same Message-ID. */
function expectEachOnce(taken: TakenMail[], references: string[]): void {
  const ids = new Map<string, Set<string>>();
  for (const { text, messageId } of taken) {
    const reference = /^Subject: Complaint (\S{4}-\S{4}):/m.exec(text)?.[1] ?? '';
    ids.set(reference, (ids.get(reference) ?? new Set()).add(messageId));
  }
  expect([...ids.keys()].sort()).toEqual(references);
  expect([...ids.values()].filter((set) => set.size !== 1)).toEqual([]);
  expect(taken.length - references.length).toBeLessThanOrEqual((KILLS + 1) * MAILS_UNDER_WAY);
}
