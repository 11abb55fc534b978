import { expect, test } from 'vitest';
import { complaintForm, openPipeline, story } from './pipeline-fixture.ts';

const context = { language: 'en', clientAddress: '192.0.2.1' } as const;
const post = (body: BodyInit): Request => new Request('http://portal.example/cases/new/', { method: 'POST', body });

test('a posted form is answered with the case and its secret', async () => {
  const { cases } = await openPipeline();
  const outcome = await cases.receive(post(complaintForm()), context);
  expect(outcome).toMatchObject({ kind: 'saved', view: { agency: { id: 'water' } } });
  expect(outcome.kind === 'saved' && (await cases.follow(outcome.view.reference, outcome.secret))).toBeTruthy();
});

test('a prerendered form posted without a key is given one with its first answer', async () => {
  const { cases } = await openPipeline();
  const refused = await cases.receive(post(complaintForm({ submissionKey: '', whatHappened: '' })), context);
  expect(refused).toMatchObject({ kind: 'refused', status: 422, submissionKey: expect.stringMatching(/^[\w-]{16,64}$/) as string });
});

test('when the store fails, what was typed comes back and the failure is logged without it', async () => {
  const { cases, logged, breakWrites } = await openPipeline();
  await breakWrites({ table: 'cases', on: 'insert', message: 'disk is full' });
  expect(await cases.receive(post(complaintForm({ broken: ['rude'] })), context)).toMatchObject({
    kind: 'failed',
    status: 503,
    submissionKey: 'a-key-of-this-visitor',
    values: { whatHappened: story, broken: ['rude'] },
  });
  expect(logged).toEqual([{ event: 'intake-failed', error: 'disk is full' }]);
});

test('what is too large or no form is refused before anything is made of it', async () => {
  const { cases } = await openPipeline();
  expect(await cases.receive(post(complaintForm({ whatHappened: 'x'.repeat(40_000) })), context)).toEqual({ kind: 'unreadable', status: 413 });
  expect(await cases.receive(post('{"agency":"water"}'), context)).toEqual({ kind: 'unreadable', status: 415 });
});
