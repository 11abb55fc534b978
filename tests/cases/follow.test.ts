import { expect, test } from 'vitest';
import { accepted, complaintForm, openPipeline, sendForm } from './pipeline-fixture.ts';

test('a wrong secret, an unknown and a mistyped reference answer alike', async () => {
  const { cases } = await openPipeline();
  const mine = accepted(await sendForm(cases, complaintForm(), { language: 'en' }));
  const other = accepted(await sendForm(cases, complaintForm({ wanted: 'Another' }), { language: 'en' }));
  expect(await cases.citizen.follow(mine.reference, other.secret)).toBeUndefined();
  expect(await cases.citizen.follow('2222-2222', mine.secret)).toBeUndefined();
  expect(await cases.citizen.follow('not a reference', mine.secret)).toBeUndefined();
  expect(await cases.citizen.follow(mine.reference, '')).toBeUndefined();
  expect(await cases.citizen.follow('', '')).toBeUndefined();
});

test('reference and secret may be typed carelessly', async () => {
  const { cases } = await openPipeline();
  const { reference, secret } = accepted(await sendForm(cases, complaintForm(), { language: 'en' }));
  expect(
    (
      await cases.citizen.follow(
        ` ${reference.toLowerCase().replace('-', ' ')}`,
        secret.toLowerCase().replaceAll('-', ' '),
      )
    )?.reference,
  ).toBe(reference);
});

test('the view repeats what happened and never who told it', async () => {
  const { cases } = await openPipeline();
  const identity = { name: 'Amina Otieno', email: 'amina@home.example', phone: '0712 345 678' };
  const words = 'They wrote <script>alert(1)</script> & "laughed" at me.';
  const { reference, secret } = accepted(
    await sendForm(cases, complaintForm({ ...identity, shareIdentity: 'yes', details: words }), {
      language: 'en',
    }),
  );
  const view = await cases.citizen.follow(reference, secret);
  const shown = JSON.stringify([view, view?.answers('en')]);
  for (const detail of Object.values(identity)) expect(shown).not.toContain(detail);
  expect(view).toMatchObject({ identity: 'shared', agency: { name: 'Water Board' } });
  expect(view?.answers('sw')).toContainEqual({ label: 'Nini kilitokea?', value: words });
});

test('a case written before is read with today’s schemas, and one that no longer fits says which it is', async () => {
  const pipeline = await openPipeline();
  const { reference, secret } = accepted(await sendForm(pipeline.cases, complaintForm(), { language: 'en' }));
  await pipeline.reopen();
  expect((await pipeline.cases.citizen.follow(reference, secret))?.reference).toBe(reference);
  await pipeline.query(`update events set data = '{"kind":"received","version":99}'`);
  await expect(pipeline.cases.citizen.follow(reference, secret)).rejects.toThrow(`event 1 of case ${reference}`);
});
