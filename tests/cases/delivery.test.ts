import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { expect, onTestFinished, test } from 'vitest';
import { DEFERRALS_MAX, retryDelayMs } from '../../src/mail/backoff.ts';
import {
  accepted,
  catchMail,
  closedPort,
  complaintForm,
  openPipeline,
  readMail,
  sendForm,
} from './pipeline-fixture.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const email = 'amina@home.example';

/** Starts a mail server that answers each recipient with the SMTP code chosen for it, or takes the mail. */
async function pickyServer(
  codeFor: (address: string) => number | undefined,
): Promise<{ port: number; taken: string[] }> {
  const taken: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo(address, _session, callback) {
      const responseCode = codeFor(address.address);
      callback(responseCode ? Object.assign(new Error('not now'), { responseCode }) : null);
    },
    onData(stream, session, callback) {
      stream.resume().on('end', () => {
        taken.push(...session.envelope.rcptTo.map(({ address }) => address));
        callback();
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await new Promise((done) => listening.once('listening', done));
  onTestFinished(() => new Promise<void>((done) => server.close(() => done())));
  return { port: (listening.address() as AddressInfo).port, taken };
}

test('with the mail server down nothing is lost, and all is delivered once when it is back', async () => {
  const port = await closedPort();
  const pipeline = await openPipeline({ smtpPort: port });
  const sent = [];
  for (let i = 0; i < 5; i++)
    sent.push(
      accepted(await sendForm(pipeline.cases, complaintForm({ wanted: `Wish ${i}`, email }), { language: 'en' })),
    );
  // Down for ten days, with a restart in between, tried every few hours.
  for (let i = 0; i < 60; i++) {
    expect(await pipeline.cases.rounds.drain()).toMatchObject({ sent: 0, reachable: false });
    pipeline.passTime(DAY_MS / 6);
    if (i === 30) await pipeline.reopen();
  }
  const catcher = await catchMail(port);
  await pipeline.cases.rounds.drain();
  pipeline.passTime(DAY_MS);
  await pipeline.cases.rounds.drain();
  const mail = await readMail(catcher);
  expect(mail).toHaveLength(10);
  expect(new Set(mail.map(({ messageId }) => messageId)).size).toBe(10);
  for (const { reference, secret } of sent)
    expect(await pipeline.cases.citizen.follow(reference, secret)).toMatchObject({
      delivery: 'delivered',
      acknowledgement: 'sent',
    });
});

test('a permanent refusal goes to the operator and shows on the case', async () => {
  const { port, taken } = await pickyServer((address) => (address === 'complaints@water.example' ? 550 : undefined));
  const { cases } = await openPipeline({ smtpPort: port });
  const { reference, secret } = accepted(await sendForm(cases, complaintForm(), { language: 'en' }));
  expect(await cases.rounds.drain()).toMatchObject({ sent: 1, refused: 1 });
  expect(taken).toEqual(['operator@portal.example']);
  const view = await cases.citizen.follow(reference, secret);
  expect(view).toMatchObject({ delivery: 'failed', status: 'with-operator' });
  expect(view?.timeline.map(({ event }) => event.kind)).toEqual(['received', 'delivery-failed', 'forwarded']);
  expect(view?.timeline[1]?.event).toMatchObject({ to: 'receiver', reason: 'refused', code: 550 });
});

test('“later” is tried again for days and then goes to the operator', async () => {
  let attempts = 0;
  const { port, taken } = await pickyServer((address) =>
    address.endsWith('water.example') ? (attempts++, 451) : undefined,
  );
  const { cases, passTime } = await openPipeline({ smtpPort: port });
  const { reference, secret } = accepted(await sendForm(cases, complaintForm(), { language: 'en' }));
  for (let i = 0; i < DEFERRALS_MAX; i++) {
    expect((await cases.citizen.follow(reference, secret))?.delivery).toBe('waiting');
    await cases.rounds.drain();
    passTime(DAY_MS);
  }
  expect(attempts).toBe(DEFERRALS_MAX);
  expect(taken).toEqual(['operator@portal.example']);
  expect((await cases.citizen.follow(reference, secret))?.timeline[1]?.event).toMatchObject({
    kind: 'delivery-failed',
    reason: 'gave-up',
    code: 451,
  });
});

test('one recipient’s trouble does not hold up the others', async () => {
  const { port, taken } = await pickyServer((address) => (address.endsWith('water.example') ? 451 : undefined));
  const { cases } = await openPipeline({ smtpPort: port });
  await sendForm(cases, complaintForm(), { language: 'en' });
  await sendForm(cases, complaintForm({ agency: 'maji' }), { language: 'en' });
  expect(await cases.rounds.drain()).toMatchObject({ sent: 1, deferred: 1 });
  expect(taken).toEqual(['malalamiko@maji.example']);
});

test('a citizen’s refused address is told on the case and bothers nobody else', async () => {
  const { port, taken } = await pickyServer((address) => (address === email ? 550 : undefined));
  const { cases } = await openPipeline({ smtpPort: port });
  const { reference, secret } = accepted(await sendForm(cases, complaintForm({ email }), { language: 'en' }));
  await cases.rounds.drain();
  expect(taken).toEqual(['complaints@water.example']);
  expect(await cases.citizen.follow(reference, secret)).toMatchObject({
    delivery: 'delivered',
    acknowledgement: 'failed',
  });
});

test('killed between sending and noting it, the same mail goes out again under the same Message-ID, and only after the claim ran out', async () => {
  const catcher = await catchMail();
  const pipeline = await openPipeline({ smtpPort: catcher.smtpPort });
  const { reference, secret } = accepted(await sendForm(pipeline.cases, complaintForm(), { language: 'en' }));
  const mend = await pipeline.breakWrites({
    table: 'outbox',
    on: 'update',
    when: 'new.sent_at is not null',
    message: 'killed',
  });
  await expect(pipeline.cases.rounds.drain()).rejects.toThrow('killed');
  await mend();
  await pipeline.reopen();
  expect(await pipeline.cases.rounds.drain()).toMatchObject({ sent: 0 });
  expect((await pipeline.cases.citizen.follow(reference, secret))?.delivery).toBe('waiting');
  pipeline.passTime(DAY_MS);
  expect(await pipeline.cases.rounds.drain()).toMatchObject({ sent: 1 });
  const mail = await readMail(catcher);
  expect(mail).toHaveLength(2);
  expect(new Set(mail.map(({ messageId }) => messageId)).size).toBe(1);
  expect((await pipeline.cases.citizen.follow(reference, secret))?.delivery).toBe('delivered');
});

test('two servers draining the same outbox send each mail once', async () => {
  const catcher = await catchMail();
  const first = await openPipeline({ smtpPort: catcher.smtpPort });
  for (let i = 0; i < 8; i++) await sendForm(first.cases, complaintForm({ wanted: `Wish ${i}` }), { language: 'en' });
  const second = await openPipeline({ smtpPort: catcher.smtpPort, databaseFile: first.databaseFile });
  const results = await Promise.all([first.cases.rounds.drain(), second.cases.rounds.drain()]);
  expect(results[0].sent + results[1].sent).toBe(8);
  expect(await readMail(catcher)).toHaveLength(8);
});

test('once started, a new complaint is on its way without anybody asking', async () => {
  const { port, taken } = await pickyServer(() => undefined);
  const { cases } = await openPipeline({ smtpPort: port });
  cases.rounds.start();
  await sendForm(cases, complaintForm(), { language: 'en' });
  await expect.poll(() => taken).toEqual(['complaints@water.example']);
});

test('what is logged names no person, address or word of the case', async () => {
  const { port } = await pickyServer((address) => (address === email ? 550 : undefined));
  const { cases, logged } = await openPipeline({ smtpPort: port });
  await sendForm(cases, complaintForm({ email, name: 'Amina Otieno' }), { language: 'en', clientAddress: '192.0.2.1' });
  await cases.rounds.drain();
  expect(logged.length).toBeGreaterThan(1);
  expect(JSON.stringify(logged)).not.toMatch(/@|Amina|connection in March|192\.0\.2\.1/);
});

test('waits grow from about a minute to a limit and never meet exactly', () => {
  expect(retryDelayMs(1, 'deferred', () => 0.5)).toBe(60_000);
  expect(retryDelayMs(3, 'deferred', () => 0.5)).toBe(240_000);
  expect(retryDelayMs(100, 'deferred', () => 1)).toBe(7.5 * 60 * 60 * 1000);
  expect(retryDelayMs(100, 'unreachable', () => 0)).toBe(7.5 * 60 * 1000);
  const total = Array.from({ length: DEFERRALS_MAX }, (_, index) =>
    retryDelayMs(index + 1, 'deferred', () => 0.5),
  ).reduce((sum, wait) => sum + wait);
  expect(total / DAY_MS).toBeGreaterThan(4);
});
