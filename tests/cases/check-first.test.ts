import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { submissionKeyField } from '../../src/cases/forms/form-values.ts';
import { makeOldDatabase } from './old-database.ts';
import { accepted, checkPage, complaintForm, openPipeline, sendForm, story } from './pipeline-fixture.ts';
import { storeUnderTest } from './store-under-test.ts';

const context = { language: 'en', clientAddress: '192.0.2.1' } as const;
const DAY_MS = 24 * 60 * 60_000;
const tables = ['cases', 'events', 'outbox'];

test('the first post saves nothing and shows what was understood; only the second saves', async () => {
  const { cases, count } = await openPipeline();
  const shown = await cases.intake.submit(complaintForm({ happenedOn: '1/3/2026', amountAsked: '1,500' }), context);
  expect(shown).toMatchObject({
    ok: false,
    problems: {},
    check: { submission: { happenedOn: '2026-03-01', amountAsked: 1500 } },
  });
  expect(await Promise.all(tables.map(count))).toEqual([0, 0, 0]);
  const form = await checkPage(cases, complaintForm(), context);
  expect(await cases.intake.submit(form, context)).toMatchObject({ ok: true, repeated: false });
  expect(await Promise.all(tables.map(count))).toEqual([1, 1, 1]);
});

test('who sends the same words from the same address, and has not the key, learns neither reference nor secret', async () => {
  const { cases, count } = await openPipeline();
  const mine = accepted(await sendForm(cases, complaintForm(), context));
  for (const key of [
    '',
    'a-key-that-a-browser-made',
    mine.reference,
    'send-mm9z1qk0-AAAAAAAAAAAAAAAAAAAAAA-AAAAAAAAAAAAAAAAAAAAAA-AAAAAAAAAAAAAAAAAAAAAA',
  ]) {
    const answer = await cases.intake.submit(complaintForm({ submissionKey: key }), context);
    expect(answer).toMatchObject({ ok: false, check: { submissionKey: expect.stringMatching(/^send-/) as string } });
    for (const told of [mine.secret, mine.reference])
      expect(JSON.stringify(answer).replace(JSON.stringify(key), '')).not.toContain(told);
    expect(accepted(await sendForm(cases, complaintForm({ submissionKey: key }), context)).reference).not.toBe(
      mine.reference,
    );
  }
  // Whoever goes on from their own check page makes a case of their own.
  expect(await count('cases')).toBe(5);
});

test('the same key again shows the same case, at once, after a restart and after its day; nobody else’s server takes it', async () => {
  const pipeline = await openPipeline();
  const form = await checkPage(pipeline.cases, complaintForm(), context);
  const mine = accepted(await pipeline.cases.intake.submit(form, context));
  expect(await pipeline.cases.intake.submit(form, { ...context, clientAddress: '198.51.100.9' })).toEqual({
    ...mine,
    repeated: true,
  });
  await pipeline.reopen();
  pipeline.passTime(9 * DAY_MS);
  expect(await pipeline.cases.intake.submit(form, context)).toEqual({ ...mine, repeated: true });
  const other = await openPipeline({
    secret: 'another secret for tests, long enough',
    databaseFile: pipeline.databaseFile,
  });
  expect(await other.cases.intake.submit(form, context)).toMatchObject({ ok: false });
  expect(await pipeline.count('cases')).toBe(1);
});

test('a key that was left for more than a day keeps the words and is checked anew', async () => {
  const { cases, passTime, count } = await openPipeline();
  const form = await checkPage(cases, complaintForm(), context);
  passTime(DAY_MS + 1);
  const stale = await cases.intake.submit(form, context);
  expect(stale).toMatchObject({ ok: false, problems: {}, values: { details: story } });
  expect(stale.ok || stale.check?.submissionKey).not.toBe(form.get(submissionKeyField));
  expect(await count('cases')).toBe(0);
});

test('a key sends the words that it was shown with and no others', async () => {
  const { cases, count } = await openPipeline();
  const form = await checkPage(cases, complaintForm(), context);
  const mine = accepted(await cases.intake.submit(form, context));
  form.set('wanted', 'My money back');
  const changed = await cases.intake.submit(form, context);
  expect(changed).toMatchObject({ ok: false, check: { submission: { wanted: 'My money back' } } });
  expect(JSON.stringify(changed)).not.toContain(mine.secret);
  expect(await count('cases')).toBe(1);
});

test('“Change” brings a step back as it was typed, with nothing wrong', async () => {
  const { cases } = await openPipeline();
  const form = await checkPage(
    cases,
    complaintForm({ amountAsked: 'KSh 1,500/=', broken: ['rude', 'other'] }),
    context,
  );
  form.set('step', 'what');
  expect(
    await cases.intake.receive(new Request('http://portal.example/', { method: 'POST', body: form }), context),
  ).toMatchObject({
    kind: 'form',
    status: 200,
    step: 'what',
    returns: true,
    problems: {},
    values: { details: story, amountAsked: 'KSh 1,500/=', broken: ['rude', 'other'] },
  });
});

test('nothing in the database is worked out from the sender’s address, whatever key one has', async () => {
  const { cases, query } = await openPipeline();
  const words = complaintForm();
  accepted(await sendForm(cases, words, context));
  const first = JSON.stringify(await Promise.all(tables.map((table) => query(`select * from ${table}`))));
  expect(first).not.toContain('submission_hash');
  // The same words from another address: what tells the two apart is random, so it differs as much from the same
  // address.
  const keys = new Set<unknown>();
  for (const clientAddress of ['192.0.2.1', '192.0.2.1', '192.0.2.2'])
    accepted(await sendForm(cases, words, { ...context, clientAddress }));
  for (const row of await query('select submission_key from cases')) keys.add(row['submission_key']);
  expect(keys.size).toBe(4);
});

test('what earlier versions kept of addresses is gone once the database is opened', async () => {
  const location = await storeUnderTest().create();
  const secret = 'a secret for tests that is long enough';
  const old = await makeOldDatabase(location, { until: '0009', at: '2026-03-01T09:00:00Z', secret });
  const id = await old.addCase();
  await old.close();
  const hash = createHmac('sha256', secret).update('submission:address:192.0.2.1').digest('hex');
  await storeUnderTest().query(location, `update cases set submission_hash = '${hash}', submission_key = '${hash}.0'`);
  const { query } = await openPipeline({ databaseFile: location });
  const rows = await query('select * from cases');
  expect(rows).toMatchObject([{ id, submission_key: `before-${id}` }]);
  expect(JSON.stringify(rows)).not.toContain(hash);
});
