import { expect, test } from 'vitest';
import { randomFrom } from '../../src/bench/content/random.ts';
import { generateCase } from './generate-case.ts';
import { generateNews } from './generate-news.ts';
import { secondOpinion } from './second/second-opinion.ts';

const cases = Array.from({ length: 5000 }, (_, index) => generateCase(randomFrom('cases that are made up', index)));

test('the same numbers give the same case', () => {
  expect(generateCase(randomFrom('again', 1))).toEqual(generateCase(randomFrom('again', 1)));
});

test('whatever may happen to a request happens to some, in order of time and not after today', () => {
  const kinds = new Set(cases.flatMap(({ happened }) => happened.map(({ kind }) => kind)));
  expect(kinds.size).toBe(13);
  for (const { received, happened, today = '' } of cases) {
    const days = [received.slice(0, 10), ...happened.map(({ on }) => on), today];
    expect(days).toEqual([...days].sort());
  }
});

test('the earliest is never after the latest, and often before it', () => {
  const spans = cases.flatMap((request) => Object.values(secondOpinion(request)));
  expect(spans.filter(({ earliest, latest }) => earliest > latest)).toEqual([]);
  expect(spans.filter(({ earliest, latest }) => earliest < latest).length).toBeGreaterThan(spans.length / 5);
});

test('with made-up feasts and moved holidays too the earliest is never after the latest', () => {
  for (const country of ['ng', 'ke', 'gh'] as const) {
    const news = generateNews(country, randomFrom('holidays that are made up', country));
    const own = cases.filter((request) => request.country === country);
    const spans = own.flatMap((request) => Object.values(secondOpinion(request, news)));
    expect(spans.filter(({ earliest, latest }) => earliest > latest)).toEqual([]);
    const known = { declared: news.declared, feasts: [] };
    expect(
      own.some(
        (request) => secondOpinion(request, news).answer?.latest !== secondOpinion(request, known).answer?.latest,
      ),
    ).toBe(true);
  }
});
