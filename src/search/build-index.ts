import { createHash } from 'node:crypto';
import { languages } from '../lib/locales.ts';
import type { Register } from '../register/register.ts';
import { buildCard } from './cards.ts';
import { emergencyNumbers } from '../register/emergency-numbers.ts';
import { compileWords } from './compile-words.ts';
import { compileEmergencies } from './emergency.ts';
import { searchEntities, type SearchEntity } from './documents.ts';
import type { Manifest, PlaceTerm } from './index-format.ts';
import { IndexMemory } from './index-memory.ts';
import { isWord, PLACE_MARK } from './marks.ts';
import { describeCountries, wordsOfLocalMatters } from './describe-countries.ts';
import { compilePlaces, properNames, regionsByName } from './places.ts';
import type { Vocabulary } from './vocabulary-schema.ts';

/** Characters of JSON in a shard, before compression to about a quarter. */
const SHARD_SIZE_MAX = 12_000;

/**
 * All files of the routing index by path, as described in index-format.ts. `today` decides which figures are
 * called old.
 */
export function buildSearchIndex(
  register: Register,
  vocabulary: Vocabulary,
  today = new Date(),
  memory = new IndexMemory(),
): Map<string, string> {
  const { remember } = memory;
  const entities = searchEntities(register, vocabulary.spokenNames, remember);
  const words = compileWords(vocabulary, acronyms(entities), compileEmergencies(register), localMatters(register));
  const places = compilePlaces(register, new Set(words.stop));
  const names = regionsByName(places);
  const countries = describeCountries(register, entities, places);
  const lists = memory.lists.of(entities, countries, {
    stop: new Set(words.stop),
    synonyms: new Map(Object.entries(words.synonyms)),
  });
  const placeTerms = encodePlaces(names, Object.keys(places), properNames(register));
  const terms = cutIntoShards(inOrder<Readonly<PlaceTerm>>([...lists, ...placeTerms]));
  const endings = cutIntoShards(reversedWords(lists.keys()));
  const files = new Map<string, string>();
  files.set('words.json', JSON.stringify(words));
  terms.forEach((shard, index) => files.set(`terms/${index}.json`, JSON.stringify(Object.fromEntries(shard))));
  endings.forEach((shard, index) => files.set(`endings/${index}.json`, JSON.stringify(shard.map(([word]) => word))));
  for (const language of languages) {
    for (const { id } of countries) {
      const numbers = emergencyNumbers(register, id, language);
      if (numbers) files.set(`${language}/emergency-${id}.json`, JSON.stringify(numbers));
    }
    entities.forEach((entity, index) =>
      files.set(
        `${language}/${index}.json`,
        remember(`search-card/${entity.kind}/${entity.id}/${language}/${today.toISOString()}`, () =>
          JSON.stringify(buildCard(register, entity, language, today)),
        ),
      ),
    );
  }
  const version = fingerprintOf(files);
  const manifest: Manifest = {
    version,
    terms: terms.map(firstKey),
    endings: endings.map(firstKey),
    countries,
    regions: Object.entries(places).map(([id, [name]]) => [id, name]),
  };
  return new Map([
    ['manifest.json', JSON.stringify(manifest)],
    ...[...files].map(([path, text]): [string, string] => [`${version}/${path}`, text]),
  ]);
}

function acronyms(entities: SearchEntity[]): string[] {
  return entities.flatMap(
    (entity) =>
      entity.documents[0]?.fields.filter((field) => field.name === 'acronym').map((field) => field.text) ?? [],
  );
}

function encodePlaces(
  names: Map<string, string[]>,
  regions: string[],
  proper: Map<string, string>,
): [string, PlaceTerm][] {
  return [...names].map(([key, ids]) => {
    const name = proper.get(key);
    return [key + PLACE_MARK, [...ids.map((id) => regions.indexOf(id)), ...(name === undefined ? [] : [name])]];
  });
}

function inOrder<T>(items: [string, T][]): [string, T][] {
  return items.sort((a, b) => compare(a[0], b[0]));
}

/** Words for each matter that the governments of regions answer for, by country; their own names are the first. */
function localMatters(register: Register): Map<string, string[][]> {
  return new Map([...register.jurisdictions.keys()].map((id) => [id, wordsOfLocalMatters(register, id)]));
}

/**
 * Words spelt backwards, so that a word with a wrong beginning stands beside the right one. Phrases and marks stay out.
 */
function reversedWords(terms: Iterable<string>): [string, number][] {
  return [...terms]
    .filter((term) => term.length >= 5 && isWord(term) && !/\d/.test(term))
    .map((term): [string, number] => [[...term].reverse().join(''), 0])
    .sort((a, b) => compare(a[0], b[0]));
}

function cutIntoShards<T>(items: [string, T][]): [string, T][][] {
  const shards: [string, T][][] = [];
  let size = Infinity;
  for (const item of items) {
    const itemSize = item[0].length + JSON.stringify(item[1]).length + 4;
    if (size + itemSize > SHARD_SIZE_MAX) {
      shards.push([]);
      size = 0;
    }
    shards.at(-1)?.push(item);
    size += itemSize;
  }
  return shards;
}

function firstKey(shard: [string, unknown][]): string {
  return shard[0]?.[0] ?? '';
}

/** Order of code units, the same in every environment and language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function fingerprintOf(files: Map<string, string>): string {
  const hash = createHash('sha256');
  for (const [path, text] of files) hash.update(path).update('\0').update(text).update('\0');
  return hash.digest('hex').slice(0, 10);
}
