import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { CountryCode, NewsOfHolidays } from './case.ts';

const read = new Map<CountryCode, NewsOfHolidays>();

/** The declared holidays and the expected feasts of a country as the content has them: news, which no law can tell. */
export function storedNews(country: CountryCode): NewsOfHolidays {
  const known = read.get(country);
  if (known) return known;
  const file = new URL(`../../../content/jurisdictions/${country}.yaml`, import.meta.url);
  const { calendar } = parse(readFileSync(file, 'utf8')) as { calendar: Partial<NewsOfHolidays> };
  const news = { declared: calendar.declared ?? [], feasts: calendar.feasts ?? [] };
  read.set(country, news);
  return news;
}
