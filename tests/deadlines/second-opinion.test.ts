import { expect, test } from 'vitest';
import { secondOpinion } from './second/second-opinion.ts';
import { inOneForm, workedDeadlines } from './worked-deadlines.ts';

const worked = workedDeadlines();

test('there are at least 80 worked deadlines, each with a name of its own and a section', () => {
  expect(worked.length).toBeGreaterThanOrEqual(80);
  expect(new Set(worked.map(({ id }) => id)).size).toBe(worked.length);
});

test.each(worked)('$id', ({ calendar, expect: expected, absent, why, ...request }) => {
  const opinion = inOneForm(secondOpinion(request, calendar));
  const asked = Object.fromEntries(Object.keys(expected).map((id) => [id, opinion[id]]));
  expect(asked, why).toEqual(inOneForm(expected));
  expect(
    absent.filter((id) => id in opinion),
    why,
  ).toEqual([]);
});

test('a feast of which no source expects a day changes nothing', () => {
  const [first] = worked;
  if (!first) throw new Error('There is no worked deadline.');
  const { declared } = first.calendar;
  expect(secondOpinion(first, { declared, feasts: [{ id: 'eid-ul-adha' }] })).toEqual(
    secondOpinion(first, { declared, feasts: [] }),
  );
});
