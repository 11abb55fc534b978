import type { SearchDocument, SearchEntity } from './documents.ts';
import type { ManifestCountry } from './index-format.ts';
import { termsOf, type WordGroups } from './postings.ts';

/** Documents of one entity, and entities of one country, that are kept for a term: the strongest. */
const DOCUMENTS_MAX = 6;
const ENTITIES_MAX = 120;
/** A weight of this size is worth half of the highest. */
const HALF_WEIGHT = 5;

/** Entity to document to weight. Weights are not yet saturated. */
type WeightsByEntity = Map<number, Map<number, number>>;

/**
 * The list of each term as index-format.ts describes it. What was made before is kept: where entities are the same in
 * the same order, only the terms of documents that differ are weighed and written again, so that the cost of an edit
 * grows with the edit.
 */
export class TermLists {
  /** What makes all lists others: the words, and the numbers of the entities. */
  #under = '';
  #documents: readonly (readonly SearchDocument[])[] = [];
  #weights = new Map<string, WeightsByEntity>();
  #lists = new Map<string, number[]>();

  /** Brings the lists to these entities. They stay as they are given until the next call. */
  of(
    entities: readonly SearchEntity[],
    countries: readonly ManifestCountry[],
    words: WordGroups,
  ): ReadonlyMap<string, readonly number[]> {
    const under = JSON.stringify([
      [...words.stop],
      [...words.synonyms],
      entities.map(({ kind, id }) => [kind, id]),
      countries.map(({ range }) => range),
    ]);
    if (under !== this.#under) {
      this.#under = under;
      this.#documents = [];
      this.#weights = new Map();
      this.#lists = new Map();
    }
    const touched = new Set<string>();
    for (const [number, { documents }] of entities.entries()) {
      const before = this.#documents[number] ?? [];
      if (isSame(before, documents)) continue;
      before.forEach((document) => this.#takeOut(number, document, words, touched));
      documents.forEach((document, at) => this.#putIn(number, at, document, words, touched));
    }
    this.#documents = entities.map(({ documents }) => documents);
    for (const term of touched) {
      const weights = this.#weights.get(term);
      if (weights) this.#lists.set(term, encode(weights, countries));
      else this.#lists.delete(term);
    }
    return this.#lists;
  }

  #takeOut(entity: number, document: SearchDocument, words: WordGroups, touched: Set<string>): void {
    for (const term of termsOf(document, words).keys()) {
      touched.add(term);
      const weights = this.#weights.get(term);
      weights?.delete(entity);
      if (weights?.size === 0) this.#weights.delete(term);
    }
  }

  #putIn(entity: number, at: number, document: SearchDocument, words: WordGroups, touched: Set<string>): void {
    for (const [term, weight] of termsOf(document, words)) {
      touched.add(term);
      mapIn(mapIn(this.#weights, term), entity).set(at, weight);
    }
  }
}

function isSame(before: readonly SearchDocument[], now: readonly SearchDocument[]): boolean {
  return before.length === now.length && before.every((document, at) => document === now[at]);
}

function encode(byEntity: WeightsByEntity, countries: readonly ManifestCountry[]): number[] {
  const kept = countries.flatMap(({ range: [first, end] }) =>
    [...byEntity]
      .filter(([entity]) => entity >= first && entity < end)
      .map(([entity, documents]) => ({
        entity,
        documents: [...documents].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, DOCUMENTS_MAX),
      }))
      .sort((a, b) => (b.documents[0]?.[1] ?? 0) - (a.documents[0]?.[1] ?? 0) || a.entity - b.entity)
      .slice(0, ENTITIES_MAX),
  );
  const numbers: number[] = [];
  let last = 0;
  for (const { entity, documents } of kept.sort((a, b) => a.entity - b.entity)) {
    for (const [document, weight] of documents) {
      numbers.push(entity - last, document, Math.max(1, Math.round((99 * weight) / (weight + HALF_WEIGHT))));
      last = entity;
    }
  }
  return numbers;
}

function mapIn<K, L, V>(map: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const found = map.get(key);
  if (found) return found;
  const made = new Map<L, V>();
  map.set(key, made);
  return made;
}
