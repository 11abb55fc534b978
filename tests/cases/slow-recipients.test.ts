import { expect, test } from 'vitest';
import { createSlowRecipients } from '../../src/mail/slow-recipients.ts';
import { accepted, complaintForm, openPipeline, sendForm } from './pipeline-fixture.ts';
import { startMailServer, type Behaviour } from './mail-servers.ts';
import { testRegister } from './register-fixture.ts';

/** The machine may be busy with other tests. */
const silentDesks = ['a', 'b', 'c', 'd', 'e', 'f'];

/**
 * A portal whose mail server takes the mail to some addresses and then says nothing; six of its bodies are named by a
 * letter.
 */
async function silentFor(
  silent: (address: string) => boolean,
  { timeoutMs, patienceMs = 1 }: { timeoutMs?: number; patienceMs?: number } = {},
) {
  const behaviour: Behaviour = { afterData: ({ to }) => (silent(to) ? 'silence' : undefined) };
  const { port, taken, breakSilence } = await startMailServer(behaviour);
  const register = testRegister(({ agencies }) => {
    const water = agencies.get('water');
    const [contact] = water?.data.contacts ?? [];
    if (!water || !contact) return;
    for (const id of silentDesks)
      agencies.set(id, {
        ...water,
        id,
        data: { ...water.data, contacts: [{ ...contact, emails: [`desk@${id}.example`] }] },
      });
  });
  const mail = { host: '127.0.0.1', port, ownCatcher: true, timeoutMs };
  const pipeline = await openPipeline({ mail, register: () => Promise.resolve(register), patienceMs });
  const complain = async (agency: string) =>
    accepted(
      await sendForm(pipeline.cases, complaintForm({ agency, submissionKey: crypto.randomUUID() }), { language: 'en' }),
    );
  return { pipeline, behaviour, taken, complain, breakSilence };
}

test('any number of recipients about whom the mail server keeps silent hold up no other mail, of now or of later', async () => {
  const { pipeline, taken, complain, breakSilence } = await silentFor((to) => to.startsWith('desk@'));
  for (const agency of silentDesks) await complain(agency);
  pipeline.cases.rounds.start();
  await expect.poll(() => taken.filter(({ to }) => to.startsWith('desk@')).length).toBe(silentDesks.length);
  // Their lines are still open, and stay so for minutes.
  await complain('maji');
  await expect.poll(() => taken.map(({ to }) => to)).toContain('malalamiko@maji.example');
  breakSilence();
});

test('a recipient that was silent gets one mail at a time, and is caught up with when its server speaks again', async () => {
  const { pipeline, behaviour, taken, complain, breakSilence } = await silentFor(
    (to) => to === 'complaints@water.example',
  );
  const first = await complain('water');
  pipeline.cases.rounds.start();
  await expect.poll(() => taken.length).toBe(1);
  await expect
    .poll(() => pipeline.query('select id from outbox where claimed_until is not null and attempts = 1'))
    .toHaveLength(1);
  for (let i = 0; i < 5; i++) await complain('water');
  await expect.poll(() => pipeline.query("select id from outbox where last_error = 'ESLOWRECIPIENT'")).toHaveLength(5);
  expect(taken).toHaveLength(1);
  delete behaviour.afterData;
  breakSilence();
  await expect
    .poll(async () => (await pipeline.cases.citizen.follow(first.reference, first.secret))?.delivery)
    .toBe('delivered');
  for (let i = 0; i < 5; i++) {
    pipeline.passTime(60 * 60 * 1000);
    await pipeline.cases.rounds.drain();
  }
  expect(new Set(taken.map(({ messageId }) => messageId)).size).toBe(6);
});

test('whoever was never slow is let in whatever the others do', () => {
  const recipients = createSlowRecipients();
  for (let i = 0; i < 40; i++) recipients.begin(`desk@silent-${i}.example`)?.tookLong();
  expect(recipients.begin('desk@silent-1.example')).toBeUndefined();
  expect(recipients.begin('desk@fresh.example')).toBeDefined();
  for (let i = 0; i < 3; i++) recipients.begin(`desk-${i}@one.example`)?.tookLong();
  expect(recipients.begin('another@one.example')).toBeUndefined();
});

test('a recipient about whom there is only silence, while others are answered, is given up after some days, and the operator is told', async () => {
  const { pipeline, behaviour, taken, complain } = await silentFor(() => false, { timeoutMs: 300, patienceMs: 10_000 });
  behaviour.atRecipient = (address) => (address === 'complaints@water.example' ? 'silence' : undefined);
  const { reference, secret } = await complain('water');
  await complain('maji');
  await pipeline.cases.rounds.drain();
  expect(taken.map(({ to }) => to)).toEqual(['malalamiko@maji.example']);
  const silentRow = await pipeline.query('select last_error, deferrals from outbox where sent_at is null');
  expect(silentRow).toEqual([{ last_error: 'ESILENT', deferrals: 1 }]);
  await pipeline.query('update outbox set deferrals = 27 where sent_at is null');
  pipeline.passTime(24 * 60 * 60 * 1000);
  await complain('maji');
  await pipeline.cases.rounds.drain();
  expect((await pipeline.cases.citizen.follow(reference, secret))?.timeline.map(({ event }) => event)).toContainEqual(
    expect.objectContaining({ kind: 'delivery-failed', reason: 'gave-up' }),
  );
});
