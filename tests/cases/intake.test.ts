import { expect, test } from 'vitest';
import { honeypotField } from '../../src/cases/forms/form-values.ts';
import { createCases } from '../../src/cases/cases.ts';
import { testRegister } from './register-fixture.ts';
import { accepted, checkPage, complaintForm, openPipeline, sendForm } from './pipeline-fixture.ts';

test('a complaint without any identity is taken in and can be followed', async () => {
  const { cases } = await openPipeline();
  const { reference, secret, repeated } = accepted(await sendForm(cases, complaintForm(), { language: 'en' }));
  expect(repeated).toBe(false);
  expect(await cases.citizen.follow(reference, secret)).toMatchObject({
    reference,
    status: 'received',
    delivery: 'waiting',
    resolution: 'open',
    acknowledgement: 'none',
    identity: 'none',
  });
});

test('a refused form keeps every value and tells each problem in the language of the page', async () => {
  const { cases, count } = await openPipeline();
  const typed = {
    details: 'short',
    email: 'not an address',
    amountAsked: 'much',
    happenedOn: '2026-13-40',
    name: 'Amina',
    broken: ['rude', 'other'],
  };
  const result = await sendForm(cases, complaintForm(typed), { language: 'sw' });
  expect(result).toMatchObject({ ok: false, values: typed });
  expect(result.ok || result.problems).toEqual({
    details: 'Eleza zaidi kidogo kilichotokea: angalau herufi 20.',
    amountAsked: 'Andika kiasi kwa tarakimu, kwa mfano 1500. Acha wazi kama hukuombwa pesa.',
    happenedOn: 'Hakuna siku kama hiyo. Andika siku, mwezi na mwaka kwa tarakimu, kwa mfano 12 3 2026.',
    email: 'Andika anwani moja ya barua pepe, kwa mfano amina@example.org, au acha wazi.',
  });
  expect(await count('cases')).toBe(0);
});

test('a day in the future is refused by the clock of the agency’s country', async () => {
  const { cases, passTime } = await openPipeline();
  const tomorrow = () => sendForm(cases, complaintForm({ happenedOn: '11/3/2026' }), { language: 'en' });
  expect(await tomorrow()).toMatchObject({
    ok: false,
    problems: { happenedOn: expect.stringContaining('future') as string },
  });
  // 21:30 in UTC is past midnight in Nairobi.
  passTime(12.5 * 60 * 60 * 1000);
  expect(await tomorrow()).toMatchObject({ ok: true });
});

test('a period that ends before it begins is told together with other problems', async () => {
  const { cases } = await openPipeline();
  const result = await sendForm(
    cases,
    complaintForm({ details: '', happenedOn: '2026-03-05', happenedUntil: '2026-03-01' }),
    {
      language: 'en',
    },
  );
  expect(Object.keys(result.ok ? {} : result.problems)).toEqual(['details', 'happenedUntil']);
});

test('amounts and days are read as people write them', async () => {
  const { cases } = await openPipeline();
  const { reference, secret } = accepted(
    await sendForm(cases, complaintForm({ amountAsked: 'KSh 1,500/=', happenedOn: '1.3.2026' }), { language: 'en' }),
  );
  const values = (await cases.citizen.follow(reference, secret))?.answers('en').map(({ value }) => value);
  expect(values).toEqual(expect.arrayContaining(['XTS\u00a01,500', '1 March 2026']));
});

test('an unknown agency or service is told, not stored', async () => {
  const { cases } = await openPipeline();
  expect(await sendForm(cases, complaintForm({ agency: 'nowhere' }), { language: 'en' })).toMatchObject({
    ok: false,
    problems: { agency: expect.any(String) as string },
  });
  expect(await sendForm(cases, complaintForm({ service: 'nothing' }), { language: 'en' })).toMatchObject({
    ok: false,
    problems: { service: expect.any(String) as string },
  });
});

test('a filled honeypot is told, so that a person caught by mistake can still send', async () => {
  const { cases } = await openPipeline();
  const result = await sendForm(cases, complaintForm({ [honeypotField]: 'http://spam.example' }), { language: 'en' });
  expect(result).toMatchObject({ ok: false, problems: { [honeypotField]: expect.any(String) as string } });
});

test('when the outbox cannot be written there is no case either', async () => {
  const { cases, count, breakWrites } = await openPipeline();
  const mend = await breakWrites({ table: 'outbox', on: 'insert', message: 'outbox is full' });
  await expect(sendForm(cases, complaintForm(), { language: 'en' })).rejects.toThrow('outbox is full');
  await mend();
  expect([await count('cases'), await count('events')]).toEqual([0, 0]);
  expect(await sendForm(cases, complaintForm(), { language: 'en' })).toMatchObject({ ok: true, repeated: false });
});

test('many taps at once, and through two servers, make one case and all show the same reference and secret', async () => {
  const { cases, databaseFile, count } = await openPipeline();
  const other = await createCases({
    databaseFile,
    register: () => Promise.resolve(testRegister()),
    mail: { host: '127.0.0.1', port: 9, ownCatcher: true },
    siteUrl: 'https://portal.example',
    secret: 'a secret for tests that is long enough',
    clock: () => new Date('2026-03-10T09:00:00Z'),
    log: () => undefined,
  });
  const form = await checkPage(cases, complaintForm(), { language: 'en' });
  const taps = await Promise.all(
    [cases, other, cases, other, cases].map((server) => server.intake.submit(form, { language: 'en' })),
  );
  await other.close();
  expect(new Set(taps.map((tap) => `${accepted(tap).reference} ${accepted(tap).secret}`)).size).toBe(1);
  expect(taps.filter((tap) => !accepted(tap).repeated)).toHaveLength(1);
  expect([await count('cases'), await count('outbox')]).toEqual([1, 1]);
});

test('neither the secret nor the sender’s address stands in the database', async () => {
  const { cases, query } = await openPipeline();
  const { secret } = accepted(
    await sendForm(cases, complaintForm({ email: 'amina@home.example' }), {
      language: 'en',
      clientAddress: '192.0.2.77',
    }),
  );
  const stored = JSON.stringify(
    await Promise.all(['cases', 'events', 'outbox'].map((table) => query(`select * from ${table}`))),
  );
  expect(stored).toContain('amina@home.example');
  for (const hidden of [secret, secret.replaceAll('-', ''), '192.0.2.77']) expect(stored).not.toContain(hidden);
});

test('a key too short to protect anything is refused at the start', async () => {
  await expect(openPipeline({ secret: 'short' })).rejects.toThrow('at least 32');
});
