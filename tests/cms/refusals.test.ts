import { expect, test } from 'vitest';
import type { Language } from '../../src/lib/locales.ts';
import { CmsError, withProblems } from '../../src/cms/cms-error.ts';
import { permittedFile } from '../../src/cms/permissions.ts';
import { attempt } from '../../src/cms/refusal.ts';
import { asEnglish, markFallbacks } from '../../src/texts/fallback-marks.ts';
import { problemsOf } from '../../src/views/desk/problem-in.ts';
import { AMINA as officer } from './fixture.ts';

test('a refusal is told in the language of the page that shows it, and in English to the log', async () => {
  const { refusal } = await attempt(async () => Promise.resolve(permittedFile(officer, 'content/charters/npc.mdx')));
  expect(refusal?.message).toMatch(/^You may edit only what belongs to inec; “content\/charters\/npc.mdx” does not/);
  expect(refusal?.says('sw')).toMatch(/^Unaweza kuhariri tu yaliyo ya inec; “content\/charters\/npc.mdx” si mojawapo/);
  // A language that the portal does not have yet reads English.
  expect(refusal?.says('fr')).toBe(refusal?.message);
});

test('what the checks of content find is English, and marked so on a page that is not', () => {
  const message = 'An amount cannot be below zero.';
  const found = { field: 'fees.0.amount', message, says: (language: Language) => asEnglish(message, language) };
  const refusal = new CmsError(422, 'Not saved. {problems}', {
    values: { problems: 'x' },
    problems: [found, { field: 'fees.0.label', message: 'Andika kitu.' }],
  });
  const told = problemsOf(withProblems(refusal, refusal.problems), 'sw');
  expect(Object.values(told).map(markFallbacks)).toEqual([
    '<span lang="en">An amount cannot be below zero.</span>',
    'Andika kitu.',
  ]);
});
