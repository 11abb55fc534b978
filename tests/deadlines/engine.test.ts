import { expect, test } from 'vitest';
import { engineOpinion } from './engine-opinion.ts';
import { inOneForm, workedDeadlines } from './worked-deadlines.ts';

test.each(workedDeadlines())('$id', ({ calendar, expect: expected, absent, why, ...request }) => {
  const opinion = inOneForm(engineOpinion(request.country, calendar)(request));
  const asked = Object.fromEntries(Object.keys(expected).map((id) => [id, opinion[id]]));
  expect(asked, why).toEqual(inOneForm(expected));
  expect(
    absent.filter((id) => id in opinion),
    why,
  ).toEqual([]);
});
