import { expect, test } from 'vitest';
import { handlePost } from '../../src/cases/intake/handle-post.ts';
import { accepted, checkPage, complaintForm, openPipeline, postForm, sendForm, story } from './pipeline-fixture.ts';

const context = { language: 'en', clientAddress: '192.0.2.1' } as const;
const post = (body: BodyInit): Request => new Request('http://portal.example/cases/new/', { method: 'POST', body });

test('a posted form is answered with the case and its secret', async () => {
  const { cases } = await openPipeline();
  const outcome = await postForm(cases, complaintForm(), context);
  expect(outcome).toMatchObject({ kind: 'saved', view: { agency: { id: 'water' } } });
  expect(outcome.kind === 'saved' && (await cases.citizen.follow(outcome.view.reference, outcome.secret))).toBeTruthy();
});

test('when the store fails, what was typed comes back and the failure is logged without it', async () => {
  const { cases, logged, breakWrites } = await openPipeline();
  await breakWrites({ table: 'cases', on: 'insert', message: 'disk is full' });
  expect(await postForm(cases, complaintForm({ broken: ['rude'] }), context)).toMatchObject({
    kind: 'check',
    status: 503,
    submissionKey: expect.stringMatching(/^send-/) as string,
    values: { details: story, broken: ['rude'] },
  });
  expect(logged).toContainEqual({ event: 'intake-failed', error: 'disk is full' });
  expect(JSON.stringify(logged)).not.toContain(story);
});

test('a case that was saved but cannot be read gives its keys all the same, and is not sent twice', async () => {
  const { cases } = await openPipeline();
  const form = await checkPage(cases, complaintForm(), context);
  const logged: object[] = [];
  const unreadable = {
    submit: cases.intake.submit,
    follow: () => Promise.reject(new Error('disk I/O error')),
  };
  const outcome = await handlePost(unreadable, post(form), context, (event) => logged.push(event));
  expect(outcome).toMatchObject({ kind: 'saved-unseen', status: 200 });
  expect(
    outcome.kind === 'saved-unseen' && (await cases.citizen.follow(outcome.reference, outcome.secret)),
  ).toMatchObject({
    agency: { id: 'water' },
  });
  expect(logged).toEqual([{ event: 'saved-case-unreadable', error: 'disk I/O error' }]);
});

test('what is too large or no form is refused before anything is made of it', async () => {
  const { cases } = await openPipeline();
  expect(await cases.intake.receive(post(complaintForm({ details: 'x'.repeat(40_000) })), context)).toEqual({
    kind: 'unreadable',
    status: 413,
  });
  expect(await cases.intake.receive(post('{"agency":"water"}'), context)).toEqual({ kind: 'unreadable', status: 415 });
});

test('a page that was opened before its field was renamed loses no word', async () => {
  const { cases, query } = await openPipeline();
  const form = complaintForm();
  form.delete('details');
  form.set('whatHappened', story);
  const outcome = await postForm(cases, form, context);
  expect(outcome.kind).toBe('saved');
  expect(await query('select matter from cases')).toEqual([
    { matter: expect.stringContaining(`"details":"${story}"`) as string },
  ]);
});

test('a case that a process of the version before has stored beside this one is read all the same', async () => {
  const { cases, query } = await openPipeline();
  const { reference, secret } = accepted(await sendForm(cases, complaintForm(), context));
  await query(`update cases set matter = replace(matter, '"details":', '"whatHappened":')`);
  const view = await cases.citizen.follow(reference, secret);
  expect(JSON.stringify(view?.answers('en'))).toContain(story);
});
