import PostalMime from 'postal-mime';
import { expect, onTestFinished, test, vi } from 'vitest';
import { accepted, complaintForm, openPipeline, sendForm } from './pipeline-fixture.ts';
import { startMailServer, type Behaviour } from './mail-servers.ts';
import { testRegister } from './register-fixture.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

test('a server that takes the mail and hangs up gets it again under the same Message-ID, a few times a day at most', async () => {
  const behaviour: Behaviour = { afterData: () => 'drop' };
  const { port, taken } = await startMailServer(behaviour);
  const { cases, passTime } = await openPipeline({ smtpPort: port });
  const { reference, secret } = accepted(await sendForm(cases, complaintForm(), { language: 'en' }));
  expect(await cases.rounds.drain()).toMatchObject({ sent: 0, reachable: false });
  passTime(DAY_MS / 24);
  await cases.rounds.drain();
  expect(taken).toHaveLength(2);
  delete behaviour.afterData;
  passTime(DAY_MS);
  expect(await cases.rounds.drain()).toMatchObject({ sent: 1, reachable: true });
  expect(new Set(taken.map(({ messageId }) => messageId)).size).toBe(1);
  expect((await cases.citizen.follow(reference, secret))?.delivery).toBe('delivered');
});

test('a server that never confirms what it takes is left alone after five times, and the operator is told', async () => {
  const { port, taken } = await startMailServer({
    afterData: ({ to }) => (to.endsWith('water.example') ? 'drop' : undefined),
  });
  const { cases, passTime } = await openPipeline({ smtpPort: port });
  accepted(await sendForm(cases, complaintForm(), { language: 'en' }));
  for (let i = 0; i < 20; i++) {
    await cases.rounds.drain();
    passTime(DAY_MS / 4);
  }
  expect(taken.map(({ to }) => to)).toEqual([
    ...Array<string>(5).fill('complaints@water.example'),
    'operator@portal.example',
  ]);
});

test('a silent server costs its own mail time and is not believed to have taken it', async () => {
  const behaviour: Behaviour = { afterData: () => 'silence' };
  const { port, taken } = await startMailServer(behaviour);
  const { cases, passTime } = await openPipeline({
    mail: { host: '127.0.0.1', port, timeoutMs: 200, ownCatcher: true },
  });
  const { reference, secret } = accepted(await sendForm(cases, complaintForm(), { language: 'en' }));
  expect(await cases.rounds.drain()).toMatchObject({ sent: 0 });
  expect((await cases.citizen.follow(reference, secret))?.delivery).toBe('waiting');
  delete behaviour.afterData;
  passTime(DAY_MS);
  expect(await cases.rounds.drain()).toMatchObject({ sent: 1 });
  expect(new Set(taken.map(({ messageId }) => messageId)).size).toBe(1);
});

test('a slow server gets several mails at a time, each once', async () => {
  const { port, taken } = await startMailServer({ delayMs: 50 });
  const { cases } = await openPipeline({ smtpPort: port });
  for (let i = 0; i < 12; i++) await sendForm(cases, complaintForm({ wanted: `Wish ${i}` }), { language: 'en' });
  const rounds = await Promise.all([cases.rounds.drain(), cases.rounds.drain()]);
  expect(rounds.at(-1)).toMatchObject({ reachable: true });
  expect(new Set(taken.map(({ messageId }) => messageId)).size).toBe(12);
  expect(taken).toHaveLength(12);
});

test('“later” after the whole mail is tried again, “never” goes to the operator', async () => {
  const behaviour: Behaviour = { afterData: () => 452 };
  const { port, taken } = await startMailServer(behaviour);
  const { cases, passTime } = await openPipeline({ smtpPort: port });
  const { reference, secret } = accepted(await sendForm(cases, complaintForm(), { language: 'en' }));
  expect(await cases.rounds.drain()).toMatchObject({ deferred: 1, reachable: true });
  behaviour.afterData = ({ to }) => (to.endsWith('water.example') ? 554 : undefined);
  passTime(DAY_MS);
  expect(await cases.rounds.drain()).toMatchObject({ refused: 1, sent: 1 });
  expect(taken.at(-1)?.to).toBe('operator@portal.example');
  expect((await cases.citizen.follow(reference, secret))?.timeline[1]?.event).toMatchObject({
    kind: 'delivery-failed',
    reason: 'refused',
    code: 554,
  });
});

test('what the first address refuses goes to another of the same body, which is told why, and to the operator', async () => {
  const { port, taken } = await startMailServer({
    atRecipient: (address) => (address === 'complaints@water.example' ? 550 : undefined),
  });
  const register = testRegister(({ agencies }) =>
    agencies.get('water')?.data.contacts[0]?.emails.push('second@water.example'),
  );
  const { cases, passTime } = await openPipeline({ smtpPort: port, register: () => Promise.resolve(register) });
  const { reference, secret } = accepted(await sendForm(cases, complaintForm(), { language: 'en' }));
  await cases.rounds.drain();
  passTime(DAY_MS / 24);
  await cases.rounds.drain();
  expect(taken.map(({ to }) => to).sort()).toEqual(['operator@portal.example', 'second@water.example']);
  expect(taken.find(({ to }) => to === 'second@water.example')?.text).toContain(
    'could not be delivered to complaints@water.example',
  );
  const events = (await cases.citizen.follow(reference, secret))?.timeline.map(({ event }) => event) ?? [];
  expect(events).toContainEqual(
    expect.objectContaining({
      kind: 'forwarded',
      to: expect.objectContaining({ email: 'second@water.example' }) as unknown,
    }),
  );
});

test('where the second address fails too, the operator is told of both by one mail', async () => {
  const { port, taken } = await startMailServer({
    atRecipient: (address) => (address.endsWith('@water.example') ? 550 : undefined),
  });
  const register = testRegister(({ agencies }) =>
    agencies.get('water')?.data.contacts[0]?.emails.push('second@water.example'),
  );
  const { cases } = await openPipeline({ smtpPort: port, register: () => Promise.resolve(register) });
  accepted(await sendForm(cases, complaintForm(), { language: 'en' }));
  for (let i = 0; i < 3; i++) await cases.rounds.drain();
  expect(taken.map(({ to }) => to)).toEqual(['operator@portal.example']);
  const told = (await PostalMime.parse(taken[0]?.text ?? '')).text?.replaceAll(/\s+/g, ' ');
  expect(told).toContain('Water Board (complaints@water.example, second@water.example)');
  expect(told).toContain('We know no other address of theirs.');
});

test('a mail server that says nothing holds up a shutdown for some seconds only, and the mail goes out after the next start', async () => {
  const behaviour: Behaviour = { afterData: () => 'silence' };
  const { port, taken } = await startMailServer(behaviour);
  const pipeline = await openPipeline({ smtpPort: port });
  accepted(await sendForm(pipeline.cases, complaintForm(), { language: 'en' }));
  const round = pipeline.cases.rounds.drain();
  await expect.poll(() => taken.length).toBe(1);
  onTestFinished(() => void vi.useRealTimers());
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const reopened = pipeline.reopen();
  vi.advanceTimersByTime(10_000);
  vi.useRealTimers();
  expect(await round).toMatchObject({ sent: 0, reachable: false });
  await reopened;
  delete behaviour.afterData;
  pipeline.passTime(DAY_MS);
  expect(await pipeline.cases.rounds.drain()).toMatchObject({ sent: 1 });
  expect(new Set(taken.map(({ messageId }) => messageId)).size).toBe(1);
});
