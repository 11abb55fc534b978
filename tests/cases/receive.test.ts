import { expect, test } from 'vitest';
import { complaintForm, openPipeline, postForm, story } from './pipeline-fixture.ts';

const context = { language: 'en', clientAddress: '192.0.2.1' } as const;
const post = (body: BodyInit): Request => new Request('http://portal.example/cases/new/', { method: 'POST', body });

test('a posted form is answered with the case and its secret', async () => {
  const { cases } = await openPipeline();
  const outcome = await postForm(cases, complaintForm(), context);
  expect(outcome).toMatchObject({ kind: 'saved', view: { agency: { id: 'water' } } });
  expect(outcome.kind === 'saved' && (await cases.follow(outcome.view.reference, outcome.secret))).toBeTruthy();
});

test('when the store fails, what was typed comes back and the failure is logged without it', async () => {
  const { cases, logged, breakWrites } = await openPipeline();
  await breakWrites({ table: 'cases', on: 'insert', message: 'disk is full' });
  expect(await postForm(cases, complaintForm({ broken: ['rude'] }), context)).toMatchObject({
    kind: 'check',
    status: 503,
    submissionKey: expect.stringMatching(/^send-/) as string,
    values: { whatHappened: story, broken: ['rude'] },
  });
  expect(logged).toEqual([{ event: 'intake-failed', error: 'disk is full' }]);
});

test('what is too large or no form is refused before anything is made of it', async () => {
  const { cases } = await openPipeline();
  expect(await cases.receive(post(complaintForm({ whatHappened: 'x'.repeat(40_000) })), context)).toEqual({ kind: 'unreadable', status: 413 });
  expect(await cases.receive(post('{"agency":"water"}'), context)).toEqual({ kind: 'unreadable', status: 415 });
});
