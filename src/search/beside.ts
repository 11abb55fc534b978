import type { Language } from '../lib/locales.ts';
import type { Assessment } from './assess.ts';
import { isNamed } from './conduct.ts';
import { matchEmergency } from './emergency.ts';
import type { Card, Manifest } from './index-format.ts';
import { whereabouts } from './places.ts';
import type { IndexStore } from './store.ts';
import type { EmergencyAnswer, SearchAnswer } from './answer.ts';

/** From this weight on a word of the matter is a name of the office. */
const NAME_WEIGHT = 55;
/** Whose name and whose score reach these shares of the first one's may be meant as well. */
const RIVAL_NAME = 0.78;
const RIVAL_SCORE = 0.7;

/**
 * Where bribes are reported without a name, when the words speak of them: on the page of the office that they
 * name, which the report is then about and which never gets it, or where one chooses the office: that is better than
 * the page of a wrong one. Bodies that hear of others are not what the report is about.
 */
export async function protectedReports(
  { parsed, matched, places, bodies }: Assessment,
  store: IndexStore,
  language: Language,
): Promise<SearchAnswer['reports']> {
  if (!parsed.signals.has('corruption')) return [];
  const hear = new Set([
    ...bodies.antiCorruption,
    ...places.flatMap((place) => [...place.antiCorruption, ...place.oversight]),
  ]);
  const found = places.map(async ({ id, range: [first, end], antiCorruption }) => {
    if (antiCorruption[0] === undefined) return [];
    const { country } = await store.card(antiCorruption[0], language);
    const [named, ...others] = matched
      .filter(
        ({ entity, ...item }) =>
          entity >= first && entity < end && !hear.has(entity) && isNamed(item) && item.named >= NAME_WEIGHT,
      )
      .sort((a, b) => b.named - a.named);
    const clear =
      named &&
      !others.some((other) => other.named >= RIVAL_NAME * named.named && other.score >= RIVAL_SCORE * named.score);
    const about = clear ? await store.card(named.entity, language) : undefined;
    return [{ country, path: about && !hearsOfOthers(about) ? `${about.path}report/` : `/${id}/report/` }];
  });
  return (await Promise.all(found)).flat();
}

/** It hears of bribes, of all offices, or is there for nothing but complaints about the officers of another body. */
export function hearsOfOthers({ hears, services }: Pick<Card, 'hears' | 'services'>): boolean {
  return (
    hears !== undefined ||
    (services.length > 0 && services.every(({ door }) => door === 'complaint' || door === 'report'))
  );
}

/** A name that more regions than this share says too little of where somebody is. */
const REGIONS_MAX = 3;

/**
 * Whom to call when the words speak of danger: in the country, or in each that has numbers; and in which regions, where
 * they name a place.
 */
export async function emergencyIn(
  { parsed, country }: Assessment,
  { countries, regions: all }: Manifest,
  store: IndexStore,
  language: Language,
): Promise<EmergencyAnswer | undefined> {
  const { emergencies, stop } = await store.words();
  const match = matchEmergency(parsed.keys, emergencies, stop);
  const known = match ? (country ? [country] : countries).filter((item) => item.emergencies) : [];
  if (!match || known.length === 0) return undefined;
  const where = whereabouts(parsed.places, country?.id, parsed.placeName)?.regions ?? [];
  const regions = where.length > REGIONS_MAX ? [] : all.filter(([id]) => where.includes(id));
  return {
    ...match,
    numbers: await Promise.all(known.map(({ id }) => store.emergency(id, language))),
    regions: regions.map(([id, name]) => ({ id, name })),
  };
}
