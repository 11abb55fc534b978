import { expect, test } from 'vitest';
import { takeBounce } from '../../src/mail/take-bounce.ts';
import { mailKinds } from '../../src/cases/mail-kinds.ts';
import { openDatabase } from '../../src/database/open-database.ts';
import type { Register } from '../../src/register/register.ts';
import { bounceOf } from './bounce-mail.ts';
import { startMailServer } from './mail-servers.ts';
import { accepted, complaintForm, openPipeline, sendForm } from './pipeline-fixture.ts';
import { citizenEmail, livingCase } from './life/letter-fixture.ts';
import { testRegister } from './register-fixture.ts';
import { listOutbox, resend } from '../../src/cases/desks/outbox-desk.ts';

const operator = 'operator@portal.example';
const DAY_MS = 24 * 60 * 60 * 1000;
const now = new Date('2026-03-10T09:00:00Z');

test('a mail that comes back counts as refused: the other address and the operator get the complaint, once', async () => {
  const { port, taken } = await startMailServer({});
  const register = testRegister(({ agencies }) =>
    agencies.get('water')?.data.contacts[0]?.emails.push('second@water.example'),
  );
  const { cases, databaseFile, passTime } = await openPipeline({
    smtpPort: port,
    register: () => Promise.resolve(register),
  });
  const { reference, secret } = accepted(await sendForm(cases, complaintForm(), { language: 'en' }));
  await cases.rounds.drain();
  const db = await openDatabase(databaseFile);
  const bounce = (text: string) => takeBounce(db, text, { kinds: mailKinds, register, now });
  const id = taken[0]?.messageId ?? '';
  expect(await bounce(bounceOf(id, 'complaints@water.example', 'delayed'))).toBe('not-final');
  expect(await bounce(bounceOf(id, 'somebody@elsewhere.example'))).toBe('not-ours');
  expect(await bounce(bounceOf(`<${crypto.randomUUID()}@portal.example>`, 'complaints@water.example'))).toBe(
    'not-ours',
  );
  expect(await bounce('Subject: Out of office\r\n\r\nBack on Monday.')).toBe('not-ours');
  expect(await bounce(bounceOf(id, 'complaints@water.example'))).toBe('noted');
  await cases.rounds.drain();
  expect(await bounce(bounceOf(id, 'complaints@water.example'))).toBe('known-already');
  await db.destroy();
  passTime(DAY_MS / 24);
  await cases.rounds.drain();
  expect(taken.map(({ to }) => to).sort()).toEqual([
    'complaints@water.example',
    'operator@portal.example',
    'second@water.example',
  ]);
  const events = (await cases.citizen.follow(reference, secret))?.timeline.map(({ event }) => event);
  expect(events).toContainEqual(
    expect.objectContaining({ kind: 'delivery-failed', to: 'receiver', reason: 'refused', code: 550 }),
  );
});

test('the operator sees what waits and failed, without a word of the case, and sends it again', async () => {
  const behaviour = {
    atRecipient: (address: string) => (address.endsWith('water.example') ? 550 : undefined) as number | undefined,
  };
  const { port, taken } = await startMailServer(behaviour);
  const { cases, databaseFile, passTime } = await openPipeline({ smtpPort: port });
  const { reference } = accepted(
    await sendForm(cases, complaintForm({ email: 'amina@home.example' }), { language: 'en' }),
  );
  await cases.rounds.drain();
  const db = await openDatabase(databaseFile);
  const listed = await listOutbox(db, now);
  expect(listed).toMatchObject([{ reference, kind: 'submission', state: 'failed', lastError: '550' }]);
  expect(JSON.stringify(await listOutbox(db, now, 'all'))).not.toMatch(/@|connection/);
  expect(await resend(db, 'no such mail', { now })).toBe(0);
  behaviour.atRecipient = () => undefined;
  passTime(2 * DAY_MS);
  expect(await resend(db, reference.toLowerCase(), { now })).toBe(1);
  await cases.rounds.drain();
  expect(taken.map(({ to }) => to).filter((to) => to === 'complaints@water.example')).toHaveLength(1);
  expect(await resend(db, reference, { now })).toBe(0);
  expect(await resend(db, listed[0]?.id ?? '', { now, again: true })).toBe(1);
  await cases.rounds.drain();
  expect(
    new Set(taken.filter(({ to }) => to === 'complaints@water.example').map(({ messageId }) => messageId)).size,
  ).toBe(1);
  await db.destroy();
});

test('a letter that comes back is taken in like a first mail; what came back of the citizen’s is told on the case', async () => {
  const second = 'second@ombudsman.example';
  const change = ({ agencies }: Register) => agencies.get('ombudsman')?.data.contacts[0]?.emails.push(second);
  const life = await livingCase(change);
  const { cases, databaseFile } = life.pipeline;
  await life.officer('complaints@water.example', 'answer', { text: 'We do not know.' });
  await life.citizen('next-rung');
  await cases.rounds.drain();
  const db = await openDatabase(databaseFile);
  const last = (address: string): string => life.taken.filter(({ to }) => to === address).at(-1)?.messageId ?? '';
  const bounce = (address: string) =>
    takeBounce(db, bounceOf(last(address), address), { kinds: mailKinds, register: testRegister(change), now });

  expect(await life.view()).toMatchObject({ delivery: 'delivered', holder: { email: 'help@ombudsman.example' } });
  expect(await bounce('help@ombudsman.example')).toBe('noted');
  expect(await life.view()).toMatchObject({ delivery: 'failed' });
  await cases.rounds.drain();
  expect(await life.view()).toMatchObject({ delivery: 'delivered', holder: { email: second } });
  life.pipeline.passTime(DAY_MS);
  await cases.rounds.drain();
  expect(await life.lastText(operator)).toContain(`sent to another address of theirs as well: ${second}`);
  expect(await bounce(second)).toBe('noted');
  expect(await bounce(second)).toBe('known-already');
  await cases.rounds.drain();
  expect(await life.lastText(operator)).toContain(
    `could not be delivered to The Ombudsman (help@ombudsman.example, ${second})`,
  );
  expect(await life.subjects(operator)).toEqual(['could not be delivered', 'could not be delivered']);
  expect(await life.view()).toMatchObject({ delivery: 'failed', status: 'with-operator' });

  expect(await bounce(citizenEmail)).toBe('noted');
  expect(await life.view()).toMatchObject({ acknowledgement: 'sent' });
  const acknowledgement = life.taken.find(({ to }) => to === citizenEmail)?.messageId ?? '';
  expect(
    await takeBounce(db, bounceOf(acknowledgement, citizenEmail), {
      kinds: mailKinds,
      register: testRegister(change),
      now,
    }),
  ).toBe('noted');
  expect(await life.view()).toMatchObject({ acknowledgement: 'failed' });
  await db.destroy();
});

test('the operator sees letters too, and sends them again', async () => {
  const life = await livingCase();
  await life.citizen('message', { text: 'One more thing.' });
  life.behaviour.atRecipient = (address) => (address.endsWith('water.example') ? 550 : undefined);
  await life.pipeline.cases.rounds.drain();
  const db = await openDatabase(life.pipeline.databaseFile);
  const { reference } = life;
  expect(await listOutbox(db, now)).toMatchObject([
    { reference, kind: 'letter', audience: 'officer', state: 'failed', lastError: '550' },
  ]);
  delete life.behaviour.atRecipient;
  expect(await resend(db, reference, { now })).toBe(1);
  await life.pipeline.cases.rounds.drain();
  expect((await life.subjects('complaints@water.example')).at(-1)).toBe('the citizen wrote');
  expect(await listOutbox(db, now)).toEqual([]);
  await db.destroy();
});

test('sent again after the address was corrected, a case reaches the desk at last', async () => {
  const emails = ['complaints@water.example', 'second@water.example'];
  const change = ({ agencies }: Register): void => {
    const contact = agencies.get('water')?.data.contacts[0];
    if (contact) contact.emails = emails;
  };
  const { port, taken } = await startMailServer({
    atRecipient: (address) => (address.endsWith('@water.example') ? 550 : undefined),
  });
  const pipeline = await openPipeline({ smtpPort: port, register: () => Promise.resolve(testRegister(change)) });
  const { reference, secret } = accepted(await sendForm(pipeline.cases, complaintForm(), { language: 'en' }));
  for (let i = 0; i < 2; i++) await pipeline.cases.rounds.drain();
  expect(await pipeline.cases.citizen.follow(reference, secret)).toMatchObject({
    delivery: 'failed',
    status: 'with-operator',
  });
  emails.splice(0, 2, 'right@water.gov.example');
  const db = await openDatabase(pipeline.databaseFile);
  expect(await resend(db, reference, { now })).toBe(1);
  await db.destroy();
  for (let i = 0; i < 2; i++) await pipeline.cases.rounds.drain();
  expect(taken.map(({ to }) => to)).toEqual(['operator@portal.example', 'right@water.gov.example']);
  expect(await pipeline.cases.citizen.follow(reference, secret)).toMatchObject({
    delivery: 'delivered',
    holder: { email: 'right@water.gov.example' },
  });
});
