import { describe, expect, test } from 'vitest';
import type { Cases } from '../../src/cases/cases.ts';
import { heldFileField } from '../../src/cases/files/held-files.ts';
import { filesField } from '../../src/cases/files/take-files.ts';
import { honeypotField } from '../../src/cases/forms/form-values.ts';
import type { PostOutcome, Step } from '../../src/cases/intake/handle-post.ts';
import { caseKind, type CaseKind } from '../../src/schemas/cases/case.ts';
import { formSteps, type FormStep } from '../../src/schemas/cases/form-field.ts';
import { kindFields, kindSteps } from '../../src/schemas/cases/kinds.ts';
import { formStepView } from '../../src/views/submission/form-step-view.ts';
import { accepted, checkedForm, openPipeline, story } from './pipeline-fixture.ts';
import { samplePdf } from './sample-files.ts';

const context = { language: 'en', clientAddress: '192.0.2.1' } as const;
const HOUR_MS = 60 * 60_000;

type Fields = Record<string, string | string[]>;

/** A form as a page with a step of it posts it: what was typed there, and what travels from the other steps. */
function stepForm(
  at: Pick<Step, 'step'> & Partial<Step>,
  fields: Fields = {},
  button: Fields = {},
  kind: CaseKind = 'complaint',
): FormData {
  const { carried } = formStepView(kind, at.step, at.values ?? {}, { leaveOut: [], language: 'en' });
  const form = new FormData();
  const all = {
    kind,
    agency: 'water',
    posted: at.step,
    ...(at.returns ? { return: 'check' } : {}),
    ...fields,
    ...button,
  };
  for (const [name, value] of [...carried, ...Object.entries(all)])
    for (const item of [value].flat()) form.append(name, item);
  if (at.step !== 'you') for (const token of at.tokens ?? []) form.append(heldFileField, token);
  return form;
}

const post = (cases: Cases, form: FormData): Promise<PostOutcome> =>
  cases.intake.receive(new Request('http://portal.example/cases/new/', { method: 'POST', body: form }), context);

/** Posts a step, and expects a step in answer. */
async function shown(cases: Cases, form: FormData): Promise<Step & { status: number }> {
  const outcome = await post(cases, form);
  if (outcome.kind !== 'form') throw new Error(`no step, but ${outcome.kind}`);
  return outcome;
}

const first = { step: 'what' } as const;
/** The last step, with what was typed on those before. */
const you = (details = story): Pick<Step, 'step' | 'values'> => ({ step: 'you', values: { details, broken: [] } });
const withPdf = (form: FormData): FormData => {
  form.append(filesField, new File([new Uint8Array(samplePdf)], 'letter.pdf', { type: 'application/pdf' }));
  return form;
};

describe('the schema', () => {
  test.each(caseKind.options)('puts every field of a %s on one step, in their order', (kind) => {
    const places = kindFields(kind)
      .filter(([, meta]) => meta.control !== 'hidden')
      .map(([, meta]) => formSteps.indexOf(meta.step as FormStep));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(kindSteps(kind).at(-1)).toBe('you');
  });

  test('has the box before the question that waits for it', () => {
    for (const kind of caseKind.options) {
      const steps = new Map<string, number>(
        kindFields(kind).map(([name, meta]) => [name, formSteps.indexOf(meta.step as FormStep)]),
      );
      for (const [name, { after }] of kindFields(kind)) {
        const boxes = after?.filter(({ field }) => steps.has(field));
        if (boxes) expect(boxes, `${kind}: ${name}`).not.toEqual([]);
        for (const { field } of boxes ?? []) expect(steps.get(field)).toBeLessThan(steps.get(name) as number);
      }
    }
  });
});

test('three steps lead to the check page with every word, and nothing is stored before the last button', async () => {
  const { cases, count } = await openPipeline();
  const second = await shown(cases, stepForm(first, { details: story, broken: ['extra-money', 'rude'] }));
  expect(second).toMatchObject({ status: 200, step: 'details', problems: {} });
  const third = await shown(
    cases,
    stepForm(second, { amountAsked: '5k', 'happenedOn-day': '1', 'happenedOn-month': '3', 'happenedOn-year': '2026' }),
  );
  expect(third).toMatchObject({ status: 200, step: 'you', problems: {} });
  const outcome = await post(cases, stepForm(third, { language: 'en', email: 'amina@home.example' }));
  expect(outcome).toMatchObject({
    kind: 'check',
    submission: {
      details: story,
      broken: ['extra-money', 'rude'],
      amountAsked: 5000,
      happenedOn: '2026-03-01',
      email: 'amina@home.example',
    },
  });
  for (const table of ['cases', 'events', 'outbox', 'held_files']) expect(await count(table)).toBe(0);
  if (outcome.kind !== 'check') return;
  const form = checkedForm(stepForm(third, { language: 'en', email: 'amina@home.example' }), outcome);
  form.delete('posted');
  const mine = accepted(await cases.intake.submit(form, context));
  expect(await cases.intake.submit(form, context)).toEqual({ ...mine, repeated: true });
});

test.each<[FormStep, Fields, string, Fields]>([
  ['what', { details: 'Too short', broken: ['rude'] }, 'details', { details: 'Too short', broken: ['rude'] }],
  [
    'details',
    { 'happenedOn-day': '31', 'happenedOn-month': 'Februari', 'happenedOn-year': '2026', where: 'Gate 2' },
    'happenedOn',
    { happenedOn: '31/Februari/2026', where: 'Gate 2' },
  ],
  ['you', { language: 'en', email: 'amina@', name: 'Amina' }, 'email', { email: 'amina@', name: 'Amina' }],
])(
  'what is wrong on the step “%s” is told there, and there alone, with all that was typed',
  async (step, typed, field, kept) => {
    const { cases } = await openPipeline();
    const values = { details: story, broken: [] };
    const again = await shown(cases, stepForm({ step, ...(step === 'what' ? {} : { values }) }, typed));
    expect(again).toMatchObject({ status: 422, step, values: kept });
    expect(Object.keys(again.problems)).toEqual([field]);
  },
);

test('“Back” shows the step before as it was left, also where something on this one is missing or wrong', async () => {
  const { cases } = await openPipeline();
  const second = await shown(cases, stepForm(first, { details: story }));
  const back = await shown(cases, stepForm(second, { 'happenedOn-day': '99', where: 'Gate 2' }, { step: 'what' }));
  expect(back).toMatchObject({ status: 200, step: 'what', problems: {}, values: { details: story, where: 'Gate 2' } });
  // Emptied, and gone on to nowhere: the words on the other steps are there all the same.
  const emptied = await shown(cases, stepForm(back, { details: '' }));
  expect(emptied).toMatchObject({ status: 422, step: 'what', values: { happenedOn: '99', where: 'Gate 2' } });
  // What is wrong on a step is told when that step is gone on from.
  const again = await shown(cases, stepForm(emptied, { details: story }));
  expect(again).toMatchObject({ status: 200, step: 'details', problems: {} });
  expect((await shown(cases, stepForm(again, { 'happenedOn-day': '99' }))).problems).toHaveProperty('happenedOn');
});

describe('the sum', () => {
  const asks = (kind: CaseKind, { values = { broken: [] } }: Partial<Step>): boolean =>
    formStepView(kind, 'details', values, { leaveOut: [], language: 'en' }).fields.some(
      ([name]) => name === 'amountAsked',
    );

  test.each<[CaseKind, Fields]>([
    ['complaint', { broken: ['extra-money'] }],
    ['misconduct', { moneyAsked: 'yes' }],
  ])('is asked of a %s only once its box was ticked', async (kind, box) => {
    const { cases } = await openPipeline();
    expect(asks(kind, await shown(cases, stepForm(first, { details: story, ...box }, {}, kind)))).toBe(true);
    expect(asks(kind, await shown(cases, stepForm(first, { details: story }, {}, kind)))).toBe(false);
  });

  test('is not sent by whoever takes the box back', async () => {
    const { cases } = await openPipeline();
    const second = await shown(cases, stepForm(first, { details: story, broken: ['extra-money'] }));
    const back = await shown(cases, stepForm(second, { amountAsked: '5000' }, { step: 'what' }));
    expect(back.values).toMatchObject({ broken: ['extra-money'], amountAsked: '5000' });
    const without = await shown(cases, stepForm(back, { details: story }));
    const third = await shown(cases, stepForm(without));
    const outcome = await post(cases, stepForm(third, { language: 'en' }));
    expect(outcome).toMatchObject({ kind: 'check', submission: { details: story } });
    expect(JSON.stringify(outcome)).not.toContain('5000');
  });
});

describe('from the check page', () => {
  const values = { details: story, broken: [], where: 'Gate 2', language: 'en' };

  test('one step is changed and leads back, with the words of the others', async () => {
    const { cases } = await openPipeline();
    const sent = stepForm({ step: 'you', values }, { language: 'en' }, { step: 'details' });
    sent.delete('posted');
    const change = await shown(cases, sent);
    expect(change).toMatchObject({ status: 200, step: 'details', returns: true, values });
    expect(await post(cases, stepForm(change, { where: 'Gate 3' }))).toMatchObject({
      kind: 'check',
      submission: { details: story, where: 'Gate 3' },
    });
    // What is wrong keeps them on that step, and they still go back from it.
    const wrong = await shown(cases, stepForm(change, { 'happenedOn-year': '26' }));
    expect(wrong).toMatchObject({ status: 422, step: 'details', returns: true });
  });

  test('a box that is ticked now leads to its question first', async () => {
    const { cases } = await openPipeline();
    const change = { step: 'what', returns: true, values } as const;
    const asked = await shown(cases, stepForm(change, { details: story, broken: ['extra-money'] }));
    expect(asked).toMatchObject({ step: 'details', returns: true });
    expect(await post(cases, stepForm(asked, { amountAsked: '5000', where: 'Gate 2' }))).toMatchObject({
      kind: 'check',
      submission: { amountAsked: 5000, where: 'Gate 2' },
    });
  });

  test('the button of a page that was opened before there were steps still leads to the form', async () => {
    const { cases } = await openPipeline();
    const old = stepForm({ step: 'you', values }, { language: 'en' }, { step: 'change' });
    old.delete('posted');
    expect(await shown(cases, old)).toMatchObject({ status: 200, step: 'what', values: { details: story } });
  });
});

describe('files', () => {
  test('travel through the other steps by their tokens, and are there again', async () => {
    const { cases } = await openPipeline();
    const third = you();
    const back = await shown(cases, withPdf(stepForm(third, { language: 'en' }, { step: 'details' })));
    expect(back).toMatchObject({ step: 'details', held: [{ name: 'letter.pdf' }] });
    const first = await shown(cases, stepForm(back, {}, { step: 'what' }));
    expect(first).toMatchObject({ step: 'what', held: [], tokens: back.tokens });
    const second = await shown(cases, stepForm(first, { details: story }));
    const again = await shown(cases, stepForm(second));
    expect(again).toMatchObject({ step: 'you', problems: {}, held: [{ name: 'letter.pdf' }] });
  });

  test('that are gone are told of on their own step, and cost no word', async () => {
    const { cases, passTime } = await openPipeline();
    const third = you();
    const back = await shown(cases, withPdf(stepForm(third, { language: 'en' }, { step: 'what' })));
    passTime(HOUR_MS + 1);
    const emptied = await shown(cases, stepForm(back, { details: 'No' }));
    expect(emptied).toMatchObject({ step: 'what', tokens: back.tokens });
    const second = await shown(cases, stepForm(emptied, { details: story }));
    const told = await shown(cases, stepForm(second));
    expect(told).toMatchObject({ status: 422, step: 'you', held: [], values: { details: story } });
    expect(Object.keys(told.problems)).toEqual([filesField]);
  });

  test('that were sent are not sent again with the words of a new form', async () => {
    const { cases, count } = await openPipeline();
    const third = you();
    const outcome = await post(cases, withPdf(stepForm(third, { language: 'en' })));
    if (outcome.kind !== 'check') throw new Error(outcome.kind);
    const form = checkedForm(stepForm(third, { language: 'en' }), outcome);
    form.delete('posted');
    accepted(await cases.intake.submit(form, context));
    const other = stepForm(you(`Another matter. ${story}`), { language: 'en' });
    for (const { token } of outcome.held) other.append(heldFileField, token);
    const told = await shown(cases, other);
    expect(told).toMatchObject({ status: 422, step: 'you', held: [] });
    expect(await count('attachments')).toBe(1);
  });

  test('that cannot be taken keep their sender on their step, whichever button is pressed', async () => {
    const { cases } = await openPipeline();
    const form = stepForm(you(), { language: 'en' }, { step: 'details' });
    form.append(filesField, new File(['no picture'], 'notes.txt'));
    const told = await shown(cases, form);
    expect(told).toMatchObject({ status: 422, step: 'you', values: { details: story } });
    expect(Object.keys(told.problems)).toEqual([filesField]);
  });
});

test('what travels is checked again at the end: a field that was altered on the way is no way past the checks', async () => {
  const { cases, count } = await openPipeline();
  const altered = stepForm(
    { step: 'you', values: { details: 'No', broken: [], where: 'x'.repeat(300) } },
    { language: 'en' },
  );
  const told = await shown(cases, altered);
  expect(told).toMatchObject({ status: 422, step: 'what' });
  expect(Object.keys(told.problems)).toEqual(['details']);
  const elsewhere = stepForm(first, { details: story });
  elsewhere.set('agency', 'no-such-agency');
  expect((await shown(cases, elsewhere)).problems).toHaveProperty('agency');
  expect(await count('cases')).toBe(0);
});

test.each(formSteps)('a program that fills in everything goes no further than the step “%s”', async (step) => {
  const { cases } = await openPipeline();
  const values = step === 'what' ? {} : { values: { details: story, broken: [] } };
  const typed = { details: story, language: 'en', [honeypotField]: 'http://spam.example' };
  const told = await shown(cases, stepForm({ step, ...values }, step === 'what' ? typed : { ...typed, details: [] }));
  expect(told).toMatchObject({ status: 422, step });
  expect(told.problems).toHaveProperty(honeypotField);
});

test('a store that fails while a step is read gives the step back with every word', async () => {
  const { cases, breakWrites } = await openPipeline();
  await breakWrites({ table: 'held_files', on: 'insert', message: 'disk is full' });
  const third = you();
  const failed = await post(cases, withPdf(stepForm(third, { language: 'en', name: 'Amina' })));
  expect(failed).toMatchObject({ kind: 'failed', status: 503, step: 'you', values: { details: story, name: 'Amina' } });
});
