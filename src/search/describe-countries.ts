import { languages } from '../lib/locales.ts';
import type { Register } from '../register/register.ts';
import { countryIds, type SearchEntity } from './documents.ts';
import type { ManifestCountry } from './index-format.ts';
import { regionsServed, type PlaceNames } from './places.ts';
import { keysOf } from './terms.ts';

/**
 * What the manifest tells of each country that has something to find.
 */
export function describeCountries(register: Register, entities: SearchEntity[], places: PlaceNames): ManifestCountry[] {
  const numberOf = (id: string): number => entities.findIndex((entity) => entity.kind === 'agency' && entity.id === id);
  return countryIds(register).flatMap((id) => {
    const first = entities.findIndex((entity) => entity.country === id);
    if (first < 0) return [];
    const end = entities.findLastIndex((entity) => entity.country === id) + 1;
    const data = register.jurisdictions.get(id)?.data;
    const known = (bodies: { agency: string }[] = []): number[] =>
      bodies.map((body) => numberOf(body.agency)).filter((number) => number >= 0);
    const rights = entities.findIndex((entity) => entity.kind === 'right' && entity.country === id);
    const review = numberOf(data?.informationLaw?.remedies[0]?.agency ?? '');
    const said = [
      data?.name,
      data?.demonym,
      ...(data?.translations ?? [])
        .filter((item) => item.field === 'name' || item.field === 'demonym')
        .map((item) => item.text),
    ];
    return [
      {
        id,
        range: [first, end] as [number, number],
        words: [...new Set(said.flatMap((name) => (name ? keysOf(name).join(' ') : [])))],
        oversight: known(data?.oversightLadder),
        antiCorruption: known(data?.antiCorruption),
        ...(rights < 0 ? {} : { informationRights: rights }),
        ...(review < 0 ? {} : { informationReview: review }),
        local: localBodies(register, entities, id, places),
        ...levelOf(register, id),
        ...governmentOf(register, id),
        ...(register.emergencies.has(id) ? { emergencies: true as const } : {}),
      },
    ];
  });
}

/** What the governments of regions are called in a country, then the words for each matter that they answer for. */
export function wordsOfLocalMatters(register: Register, country: string): string[][] {
  const government = register.jurisdictions.get(country)?.data.localGovernment;
  return government ? [government.words, ...government.matters.map(({ words }) => words)] : [];
}

/** The matters, by number, of which one word or more is among the names of a body or of its services. */
function mattersNamed(entity: SearchEntity, matters: string[][]): number[] {
  const names = entity.documents.flatMap(({ fields }) =>
    fields.flatMap(({ name, text }) => (name === 'name' || name === 'popular' ? ` ${keysOf(text).join(' ')} ` : [])),
  );
  return matters.flatMap((words, matter) =>
    words.some((word) => names.some((name) => name.includes(` ${keysOf(word).join(' ')} `))) ? [matter] : [],
  );
}

function localBodies(
  register: Register,
  entities: SearchEntity[],
  country: string,
  places: PlaceNames,
): ManifestCountry['local'] {
  const regions = Object.keys(places);
  const matters = wordsOfLocalMatters(register, country);
  return entities.flatMap((entity, number): ManifestCountry['local'] => {
    const data =
      entity.country === country && entity.kind === 'agency' ? register.agencies.get(entity.id)?.data : undefined;
    if (!data?.local) return [];
    const { areas } = data.local;
    const served = regionsServed(country, data.local.places, places).map((id) => regions.indexOf(id));
    const keys = (texts: string[]): string[] => texts.map((text) => keysOf(text).join(' '));
    const called = keys([data.name, ...data.aliases, ...(data.acronym ? [data.acronym] : [])]);
    return [[number, served, keys(areas), called, data.type === 'county' ? 1 : 0, mattersNamed(entity, matters)]];
  });
}

function levelOf({ places }: Register, id: string): Pick<ManifestCountry, 'level'> {
  const level = places.get(id)?.data.level;
  return level ? { level: keysOf(level).join(' ') } : {};
}

function governmentOf(register: Register, country: string): Pick<ManifestCountry, 'government'> {
  const entry = register.jurisdictions.get(country);
  if (!entry?.data.localGovernment) return {};
  const names = languages.map((language) => [
    language,
    register.in(language).jurisdiction(entry).localGovernment?.name.text ?? '',
  ]);
  return { government: Object.fromEntries(names) as Record<string, string> };
}
