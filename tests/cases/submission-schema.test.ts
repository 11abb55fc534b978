import { expect, test } from 'vitest';
import { languages } from '../../src/lib/locales.ts';
import {
  brokenPromise,
  submissionSchema,
  submissionFields,
  complaintSchema,
  splitIdentity,
} from '../../src/schemas/cases/submission.ts';
import { fieldTexts, formFieldMeta } from '../../src/schemas/cases/form-field.ts';
import { fieldProblems } from '../../src/schemas/cases/problems.ts';

const whole = { agency: 'water', details: 'Something happened that should not have.', language: 'en' } as const;

test('every field has a label in every language, and every choice a name', () => {
  for (const [name, meta] of submissionFields) {
    for (const language of languages) {
      expect(fieldTexts(meta, language).label, `${name} ${language}`).not.toBe('');
      const options = Object.keys(fieldTexts(meta, language).options ?? {});
      if (name === 'broken') expect(options).toEqual(brokenPromise.options);
      if (name === 'language') expect(options).toEqual([...languages]);
    }
  }
});

test('a field without labels is refused loudly', () => {
  expect(() => formFieldMeta('agency', submissionSchema.shape.agency.optional())).toThrow('formField()');
});

test('each thing that can be wrong is told in a sentence of its own, in both languages', () => {
  const wrong: [string, unknown][] = [
    ['agency', undefined],
    ['agency', 'NOT AN ID'],
    ['service', 'NOT AN ID'],
    ['details', undefined],
    ['details', 'short'],
    ['details', 'x'.repeat(5001)],
    ['broken', ['nothing']],
    ['amountAsked', -1],
    ['amountAsked', 'much'],
    ['happenedOn', 'yesterday'],
    ['happenedOn', '2026-03-11'],
    ['happenedUntil', '2026-03-11'],
    ['where', 'x'.repeat(201)],
    ['wanted', 'x'.repeat(2001)],
    ['language', 'fr'],
    ['language', undefined],
    ['email', 'no'],
    ['phone', 'no'],
    ['name', 'x'.repeat(201)],
  ];
  const schema = complaintSchema('2026-03-10');
  for (const [name, value] of wrong) {
    const issues = schema.safeParse({ ...whole, [name]: value }, { reportInput: true }).error?.issues ?? [];
    const [en, sw] = languages.map((language) => fieldProblems(schema, issues, language)[name]);
    expect(en, `${name} ${String(value)}`).toMatch(/^.{20,}\.$/);
    expect(sw).toMatch(/^.{12,}\.$/);
    expect(sw).not.toBe(en);
  }
});

test('identity is taken apart from the matter, and together they are the complaint again', () => {
  const told = submissionSchema.parse({
    ...whole,
    name: 'Amina',
    email: 'amina@home.example',
    phone: '0712 345 678',
    shareIdentity: true,
  });
  const { matter, identity } = splitIdentity(told);
  expect(Object.keys(identity).sort()).toEqual(['email', 'name', 'phone', 'shareIdentity']);
  expect(JSON.stringify(matter)).not.toMatch(/Amina|amina|0712/);
  expect(submissionSchema.parse({ ...matter, ...identity })).toEqual(told);
});
