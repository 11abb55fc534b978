import { expect, test } from 'vitest';
import { randomFrom } from '../../src/bench/content/random.ts';
import { engineOpinion } from './engine-opinion.ts';
import { generateCase } from './generate-case.ts';
import { generateNews } from './generate-news.ts';
import type { CountryCode, Opinion } from './second/case.ts';
import { secondOpinion } from './second/second-opinion.ts';
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

const CASES = 100_000;
const CASES_A_CALENDAR = 1000;

test('agrees with the second opinion on 100,000 made-up requests, half of them under made-up declarations and feasts', () => {
  const differences: unknown[] = [];
  let compared = 0;
  for (let world = 0; world < CASES / CASES_A_CALENDAR; world++) {
    const random = randomFrom('requests made up for the engine', world);
    const newsOf = (country: CountryCode) => (world % 2 ? generateNews(country, random) : undefined);
    const news = { ng: newsOf('ng'), ke: newsOf('ke'), gh: newsOf('gh') };
    const engines = {
      ng: engineOpinion('ng', news.ng),
      ke: engineOpinion('ke', news.ke),
      gh: engineOpinion('gh', news.gh),
    };
    for (let index = 0; index < CASES_A_CALENDAR; index++, compared++) {
      const request = generateCase(random);
      const first = inOneForm(engines[request.country](request));
      const second = inOneForm(secondOpinion(request, news[request.country]));
      if (!isSame(first, second)) differences.push({ request, news: news[request.country], first, second });
    }
  }
  expect(differences.slice(0, 3), `${differences.length} differ`).toEqual([]);
  expect(compared).toBe(CASES);
});

function isSame(first: Opinion, second: Opinion): boolean {
  const ids = Object.keys(first);
  return (
    ids.length === Object.keys(second).length &&
    ids.every((id) => first[id]?.earliest === second[id]?.earliest && first[id]?.latest === second[id]?.latest)
  );
}
