import { expect, test } from 'vitest';
import { closedPort, openPipeline } from './pipeline-fixture.ts';
import { post, startCaseProcess } from './case-processes.ts';
import { storeUnderTest } from './store-under-test.ts';

test('when the disk takes no more, the citizen is told and keeps the words, and nothing half-written remains', async () => {
  const database = await storeUnderTest().create();
  const smtpPort = await closedPort();
  const full = await startCaseProcess({ database, smtpPort, limitKilobytes: 1000 });
  const answers = [];
  for (let round = 0; round < 60 && answers.filter(({ status }) => status === 503).length < 8; round++) {
    answers.push(...(await Promise.all(Array.from({ length: 8 }, (_, index) => post(full.port, round * 8 + index)))));
  }
  await full.kill();
  const acknowledged = answers.flatMap(({ reference }) => reference ?? []);
  const told = answers.filter(({ status }) => status === 503);
  expect(acknowledged.length).toBeGreaterThan(20);
  expect(told.length).toBeGreaterThanOrEqual(8);
  for (const { values } of told) expect(values?.details).toContain('Case number');

  const roomAgain = await startCaseProcess({ database, smtpPort });
  const failedNumbers = answers.flatMap(({ status }, number) => (status === 503 ? [number] : []));
  const retried = await Promise.all(failedNumbers.map((number) => post(roomAgain.port, number)));
  await roomAgain.kill();
  const { query, count } = await openPipeline({ databaseFile: database });
  const stored = (await query('select reference from cases')).map((row) => String(row['reference']));
  expect(stored.sort()).toEqual([...acknowledged, ...retried.map(({ reference }) => reference)].sort());
  expect([await count('events'), await count('outbox')]).toEqual([stored.length, stored.length]);
});
