import type { Language } from '../lib/locales.ts';
import type { EmergencyNumbers } from '../register/emergency-numbers.ts';
import type { EmergencyWords } from './emergency.ts';
import { PLACE_MARK } from './marks.ts';
import type { KnownPlace } from './places.ts';
import {
  cardPath,
  emergencyPath,
  type Card,
  type CompiledWords,
  type Manifest,
  type PlaceTerm,
  type TermShard,
} from './index-format.ts';

/**
 * The parsed JSON of an index file. In the browser it fetches, on the server it reads, in the measure it also
 * counts.
 */
export type Load = (path: string) => Promise<unknown>;

/** Words of the vocabulary, ready to be asked. */
export interface Words {
  stop: Set<string>;
  weak: Set<string>;
  signals: Map<string, string[]>;
  synonyms: Map<string, number>;
  /** Stems of words that are no slips although no page has them. */
  ordinary: Set<string>;
  /** Stems of words that tell little in a long story. */
  story: Set<string>;
  /** Matters that are decided where one lives, as stems joined by spaces. */
  placeMatters: Set<string>;
  emergencies: EmergencyWords;
}

/** Fetches index files once and on demand. A failed fetch is forgotten, so that the next search tries again. */
export class IndexStore {
  readonly #load: Load;
  readonly #pending = new Map<string, Promise<unknown>>();

  constructor(load: Load) {
    this.#load = load;
  }

  manifest(): Promise<Manifest> {
    return this.#once('manifest.json') as Promise<Manifest>;
  }

  async words(): Promise<Words> {
    const { version } = await this.manifest();
    return (await this.#once(`${version}/words.json`, (value) => {
      const { stop, weak, signals, synonyms, ordinary, story, placeMatters, emergencies } = value as CompiledWords;
      return {
        stop: new Set(stop),
        weak: new Set(weak),
        signals: new Map(Object.entries(signals)),
        synonyms: new Map(Object.entries(synonyms)),
        ordinary: new Set(ordinary),
        story: new Set(story),
        placeMatters: new Set(placeMatters),
        emergencies,
      };
    })) as Words;
  }

  /** The shards whose range may hold terms that start with a prefix; at most two. */
  async shardsOf(prefix: string): Promise<Map<string, number[]>[]> {
    const { version, terms } = await this.manifest();
    const first = Math.max(0, placeOf(terms, prefix));
    const last = Math.min(first + 1, Math.max(0, placeOf(terms, `${prefix}\uffff`)));
    const numbers = first === last ? [first] : [first, last];
    // Whoever looks for words leaves out the marked names of places.
    return Promise.all(
      numbers.filter((number) => number < terms.length).map((number) => this.#shard(`${version}/terms/${number}.json`)),
    ) as Promise<Map<string, number[]>[]>;
  }

  /** The postings of one exact term, which is not the marked name of a place. */
  async postings(term: string): Promise<number[] | undefined> {
    return (await this.#term(term)) as number[] | undefined;
  }

  async #term(term: string): Promise<TermShard[string] | undefined> {
    const { version, terms } = await this.manifest();
    const number = placeOf(terms, term);
    return number < 0 ? undefined : (await this.#shard(`${version}/terms/${number}.json`)).get(term);
  }

  /** The regions in which there is a place of this name, and what it is called; undefined where there is none. */
  async placeCalled(key: string): Promise<KnownPlace | undefined> {
    const known: PlaceTerm | undefined = await this.#term(key + PLACE_MARK);
    if (!known) return undefined;
    const { regions } = await this.manifest();
    const name = [...known].find((part) => typeof part === 'string');
    return {
      regions: known.flatMap((part) => (typeof part === 'number' ? (regions[part]?.[0] ?? []) : [])),
      ...(name === undefined ? {} : { name }),
    };
  }

  /** The words that stand beside a word when all are sorted by their ends. */
  async wordsWithEndingNear(word: string): Promise<string[]> {
    const { version, endings } = await this.manifest();
    const number = Math.max(0, placeOf(endings, [...word].reverse().join('')));
    if (endings.length === 0) return [];
    const reversed = (await this.#once(`${version}/endings/${number}.json`)) as string[];
    return reversed.map((item) => [...item].reverse().join(''));
  }

  async card(entity: number, language: Language): Promise<Card> {
    return (await this.#once(cardPath(await this.manifest(), language, entity))) as Card;
  }

  async emergency(country: string, language: Language): Promise<EmergencyNumbers> {
    return (await this.#once(emergencyPath(await this.manifest(), language, country))) as EmergencyNumbers;
  }

  #shard(path: string): Promise<Map<string, TermShard[string]>> {
    return this.#once(path, (value) => new Map(Object.entries(value as TermShard))) as Promise<
      Map<string, TermShard[string]>
    >;
  }

  #once(path: string, prepare: (value: unknown) => unknown = (value) => value): Promise<unknown> {
    const known = this.#pending.get(path);
    if (known) return known;
    const loading = this.#load(path).then(prepare);
    this.#pending.set(path, loading);
    loading.catch(() => this.#pending.delete(path));
    return loading;
  }
}

/** The number of the last shard that starts at or before a term; -1 when the term comes before all. */
function placeOf(starts: string[], term: string): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? '') <= term) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
