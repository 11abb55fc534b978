import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formSteps } from '../../src/schemas/cases/form-field.ts';
import { submissionFields } from '../../src/schemas/cases/submission.ts';
import { accepted, checkPage, complaintForm, openPipeline, sendForm } from './pipeline-fixture.ts';

/*
 * Whatever is thrown at the handlers, none fails: a failure would show as an exception or as the outcome for a broken
 * store.
 */
const RUNS = { numRuns: 300 };
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.constantFrom(
    '',
    '\u0000',
    '\ud800',
    '<script>alert(1)</script>',
    'a\r\nBcc: x@y.example',
    "'; drop table cases; --",
    '__proto__',
    'constructor',
    '9'.repeat(300),
    ...formSteps,
  ),
);
const names = [
  ...submissionFields.map(([name]) => name),
  'submissionKey',
  'waitingKey',
  'heldFile',
  'removeFile',
  'step',
  'posted',
  'return',
  'happenedOn-day',
  'happenedOn-year',
  'leaveThisEmpty',
  '__proto__',
  'toString',
];
const context = { language: 'en', clientAddress: '192.0.2.1' } as const;

test('any fields with any content are taken or refused with sentences', async () => {
  const { cases } = await openPipeline();
  const fields = fc.array(fc.tuple(fc.constantFrom(...names), nasty), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(fields, fc.boolean(), async (pairs, startValid) => {
      const form = startValid ? await checkPage(cases, complaintForm(), context) : new FormData();
      for (const [name, value] of pairs) form.set(name, value.toWellFormed());
      const outcome = await cases.intake.receive(
        new Request('http://portal.example/', { method: 'POST', body: form }),
        context,
      );
      expect(['saved', 'check', 'form', 'unreadable']).toContain(outcome.kind);
      if (outcome.kind === 'check') expect(outcome.submissionKey).toMatch(/^send-[\w-]{60,90}$/);
      if (outcome.kind === 'unreadable') expect(Object.keys(outcome)).toEqual(['kind', 'status']);
    }),
    RUNS,
  );
});

test('any bytes under any content type are taken or refused, and nothing of them is repeated where they could not be read', async () => {
  const { cases } = await openPipeline();
  const types = [
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'text/plain',
    'multipart/form-data; boundary="',
    '',
  ];
  const bodies = fc.oneof(
    fc.uint8Array({ maxLength: 2000 }),
    fc
      .array(
        fc.constantFrom(
          '--x',
          '\r\n',
          '--',
          'Content-Disposition: form-data; name="agency"',
          '; filename="a"',
          'water',
          '=',
          '&',
          '%',
          '\u0000',
        ),
        { maxLength: 40 },
      )
      .map((parts) => Buffer.from(parts.join(''))),
  );
  await fc.assert(
    fc.asyncProperty(bodies, fc.constantFrom(...types), async (body, type) => {
      const request = new Request('http://portal.example/', {
        method: 'POST',
        body: new Uint8Array(body),
        headers: { 'content-type': type },
      });
      const outcome = await cases.intake.receive(request, context);
      expect(['form', 'unreadable', 'check']).toContain(outcome.kind);
    }),
    RUNS,
  );
});

test('any reference, secret, link and form at the case’s doors open nothing and break nothing', async () => {
  const { cases, count } = await openPipeline();
  const { reference, secret } = accepted(await sendForm(cases, complaintForm(), context));
  await fc.assert(
    fc.asyncProperty(nasty, nasty, async (first, second) => {
      const form = new FormData();
      form.set(first.toWellFormed(), second.toWellFormed());
      form.set('action', first.toWellFormed());
      form.set('version', second.toWellFormed());
      expect(await cases.citizen.follow(first, second)).toBeUndefined();
      expect(await cases.citizen.follow(reference, second)).toBeUndefined();
      expect(await cases.citizen.act(first, second, form, 'en')).toBeUndefined();
      await cases.citizen.act(reference, secret, form, 'en');
      form.set('t', `${Buffer.from(first.toWellFormed()).toString('base64url')}.${'A'.repeat(43)}`);
      expect((await cases.addresses.answer(form, context)).kind).toMatch(/^(?:dead-link|later)$/);
      expect(await cases.addresses.question(second)).toBeUndefined();
      form.delete('t');
      expect((await cases.addresses.answer(form, context)).kind).toMatch(/^(?:wrong|later)$/);
      expect(
        JSON.stringify(
          await Promise.all([
            cases.officer.show(first),
            cases.officer.act(first, form, 'en'),
            cases.citizen.rating(second),
            cases.citizen.rate(second, form, 'sw'),
          ]),
        ),
      ).not.toContain('<script>');
    }),
    RUNS,
  );
  expect(await count('cases')).toBe(1);
});

test('guessing references tells nothing: every answer for what one may not see is the same', async () => {
  const { cases } = await openPipeline();
  const { reference } = accepted(await sendForm(cases, complaintForm(), context));
  const answers = await Promise.all(
    [reference, '2222-2222', 'nonsense', ''].map((guess) => cases.citizen.follow(guess, 'wrong')),
  );
  expect(answers).toEqual([undefined, undefined, undefined, undefined]);
});
