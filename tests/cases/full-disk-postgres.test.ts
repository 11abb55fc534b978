import { randomBytes } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { post, startCaseProcess, type Answer } from './case-processes.ts';
import { startMailServer } from './mail-servers.ts';
import { openPipeline } from './pipeline-fixture.ts';
import { startPostgres } from './postgres-server.ts';
import { postgresStore, useStore } from './store-under-test.ts';

const LIMIT_KILOBYTES = 6000;
const FILE_BYTES = 400_000;
const TOLD_MIN = 6;

/** A paper of its own, which nothing can make smaller. */
function paper(): File {
  return new File(
    [Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(FILE_BYTES), Buffer.from('\n%%EOF\n')])],
    'paper.pdf',
  );
}

test('when PostgreSQL’s disk takes no more, the citizen is told and keeps the words; once there is room, all that was answered is there with its mail', async () => {
  const server = await startPostgres();
  onTestFinished(() => server.stop());
  useStore(postgresStore(() => server.createDatabase()));
  const database = await server.createDatabase();
  const { port: smtpPort, taken } = await startMailServer({});
  await server.restart({ kilobytes: LIMIT_KILOBYTES });
  const full = await startCaseProcess({ database, smtpPort });
  const answers: Answer[] = [];
  const told = (): Answer[] => answers.filter(({ status }) => status === 503);
  while (told().length < TOLD_MIN && answers.length < 200) {
    const numbers = Array.from({ length: 3 }, (_, index) => answers.length + index);
    answers.push(...(await Promise.all(numbers.map((number) => post(full.port, number, {}, paper())))));
  }
  // Words alone still find room, and come in beside the files that do not.
  answers.push(await post(full.port, answers.length));
  expect(answers.at(-1)?.reference).toBeTruthy();
  expect(answers.flatMap(({ reference }) => reference ?? []).length).toBeGreaterThan(5);
  expect(told().length).toBeGreaterThanOrEqual(TOLD_MIN);
  for (const { values } of told()) expect(values?.details).toContain('Case number');
  await full.kill();

  await server.restart();
  const roomAgain = await startCaseProcess({ database, smtpPort });
  const retried = await Promise.all(
    answers.flatMap(({ status }, number) => (status === 503 ? [post(roomAgain.port, number, {}, paper())] : [])),
  );
  await roomAgain.kill();
  const later = new Date(Date.now() + 60 * 60 * 1000);
  const { cases, query, count } = await openPipeline({ databaseFile: database, smtpPort, clock: () => later });
  while ((await cases.rounds.drain()).sent > 0);
  const references = [...answers, ...retried].flatMap(({ reference }) => reference ?? []).sort();
  expect((await query('select reference from cases')).map((row) => String(row['reference'])).sort()).toEqual(
    references,
  );
  expect([await count(`events where kind = 'received'`), await count('outbox')]).toEqual([
    references.length,
    references.length,
  ]);
  expect(await count('attachments')).toBe(references.length - 1);
  const mails = new Map(
    taken.map(({ text, messageId }) => [messageId, /^Subject: Complaint (\S{4}-\S{4}):/m.exec(text)?.[1]]),
  );
  expect([...mails.values()].sort()).toEqual(references);
});
