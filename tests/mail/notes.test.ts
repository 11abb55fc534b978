import { expect, test } from 'vitest';
import { startMailServer } from '../cases/mail-servers.ts';
import { closedPort, complaintForm, openPipeline, sendForm } from '../cases/pipeline-fixture.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const note = {
  to: 'amina@water.example',
  subject: 'Sign in to the charter desk',
  text: 'Open this link: https://portal.example/api/cms/sign-in/confirm?token=only-once',
  until: '2026-03-10T09:15:00.000Z',
};

test('a note leaves by a lane of its own, and letters that are due wait for theirs', async () => {
  const { port, taken } = await startMailServer({});
  const { cases, query } = await openPipeline({ smtpPort: port });
  await sendForm(cases, complaintForm(), { language: 'en' });
  await cases.notes.send(note);
  expect(await cases.notes.drain()).toMatchObject({ sent: 1 });
  expect(taken.map(({ to }) => to)).toEqual([note.to]);
  expect(taken[0]?.text).toContain('token=3Donly-once');
  expect(await query("select about from outbox where kind = 'note'")).toEqual([{ about: null }]);
  expect(await cases.rounds.drain()).toMatchObject({ sent: 1 });
  expect(taken.map(({ to }) => to)).toEqual([note.to, 'complaints@water.example']);
});

test('while it waits, neither its address nor its link can be read in the database', async () => {
  const { cases, query } = await openPipeline({ smtpPort: await closedPort() });
  await cases.notes.send(note);
  expect(await cases.notes.drain()).toMatchObject({ sent: 0, reachable: false });
  const rows = JSON.stringify(await query('select * from outbox'));
  expect(rows).toContain('sealed');
  expect(rows).not.toContain('amina');
  expect(rows).not.toContain('only-once');
});

test.each([
  [14, [note.to]],
  [16, []],
])('a mail server that is back after %d minutes of the fifteen gets it: %j', async (minutes, readers) => {
  const { port, stop } = await startMailServer({});
  const pipeline = await openPipeline({ smtpPort: port });
  await stop();
  await pipeline.cases.notes.send(note);
  await pipeline.cases.notes.drain();
  pipeline.passTime(minutes * 60_000);
  await pipeline.reopen();
  const { taken } = await startMailServer({}, { port });
  await pipeline.cases.notes.drain();
  expect(taken.map(({ to }) => to)).toEqual(readers);
});

test('a mail of no case is forgotten 90 days after it left', async () => {
  const { port } = await startMailServer({});
  const { cases, passTime, query } = await openPipeline({ smtpPort: port });
  await cases.notes.send(note);
  await cases.notes.drain();
  passTime(89 * DAY_MS);
  await cases.rounds.deleteOld();
  expect(await query('select kind from outbox')).toEqual([{ kind: 'note' }]);
  passTime(2 * DAY_MS);
  await cases.rounds.deleteOld();
  expect(await query('select kind from outbox')).toEqual([]);
});
