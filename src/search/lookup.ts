import { editDistance } from '../lib/edit-distance.ts';
import { WEAK_WEIGHT, type ParsedQuery, type QueryWord } from './parse-query.ts';
import { GROUP_MARK, isWord, STEM_MARK } from './marks.ts';
import { decodePostings, type Scope } from './scope.ts';
import type { IndexStore, Words } from './store.ts';
import { swahiliStems } from './swahili.ts';
import { phrasesOf } from './terms.ts';

/** A term of the index that stands for a part of the query, and how far it may be trusted. */
export interface Variant {
  postings: number[];
  factor: number;
}

/** A word or phrase of the query with all that was found for it. */
export interface Clause {
  /** What the person typed. */
  raw: string;
  weight: number;
  variants: Variant[];
  /** The word of the index that was taken for a misspelt one. */
  corrected?: string;
  /** It tells of conduct, not of the matter, and does not count as covering the query. */
  conduct: boolean;
  /** A phrase adds to its words; it is no word of its own when coverage is counted. */
  phrase: boolean;
  /** It names a place, which says nothing of the matter: it tells of an office only where it is part of its name. */
  place?: boolean;
  /** A word of daily life: it tells of an office only where it is part of its name. */
  ordinary?: boolean;
}

const PREFIX_TERMS_MAX = 6;
/** A shorter word with another first letter is another word: night is not light. */
const WRONG_BEGINNING_LENGTH = 6;
const FACTORS = { exact: 1, group: 0.8, stem: 0.75, prefix: 0.45, slip: 0.8, twoSlips: 0.6, phrase: 0.8 } as const;

/**
 * Finds the terms of the index for each word and phrase of a query within a scope. Fetches only shards in which they
 * could stand.
 */
export async function lookUp(query: ParsedQuery, store: IndexStore, words: Words, scope: Scope): Promise<Clause[]> {
  const keys = query.words.map((word) => word.key);
  const [single, phrases, groups] = await Promise.all([
    Promise.all(query.words.map((word) => lookUpWord(word, store, words, scope))),
    Promise.all(phrasesOf(keys).map((item) => lookUpPhrase(item, query.words, store))),
    Promise.all(query.phraseGroups.map((item) => lookUpGroup(item, query.words, store, scope))),
  ]);
  const found = groups.filter((clause) => clause.variants.length > 0);
  // Words that were known only together must not count as unknown one by one.
  const together = new Set(
    query.phraseGroups
      .filter((_, index) => groups[index]?.variants.length)
      .flatMap(({ start, length }) => Array.from({ length }, (_, offset) => start + offset)),
  );
  const alone = single.filter(
    (clause, index) => clause.variants.length > 0 || !together.has(query.words[index]?.index ?? -1),
  );
  return [...alone, ...phrases.filter((clause) => clause.variants.length > 0), ...found];
}

/** A phrase of a synonym group ("boda boda") counts as one word. */
async function lookUpGroup(
  { group, start, length }: ParsedQuery['phraseGroups'][number],
  words: QueryWord[],
  store: IndexStore,
  scope: Scope,
): Promise<Clause> {
  const postings = await store.postings(GROUP_MARK + group);
  const parts = words.filter((word) => word.index >= start && word.index < start + length);
  const known = postings && decodePostings(postings, scope).length > 0;
  return {
    raw: parts.map((word) => word.raw).join(' '),
    weight: 1,
    variants: known ? [{ postings, factor: FACTORS.group }] : [],
    conduct: parts.some((word) => word.conduct),
    phrase: false,
  };
}

async function lookUpPhrase(
  { phrase, start, length }: { phrase: string; start: number; length: number },
  words: QueryWord[],
  store: IndexStore,
): Promise<Clause> {
  const postings = await store.postings(phrase);
  const parts = words.slice(start, start + length);
  const weight = Math.max(0.6, parts.reduce((total, word) => total + word.weight, 0) / length);
  return {
    raw: parts.map((word) => word.raw).join(' '),
    weight,
    variants: postings ? [{ postings, factor: FACTORS.phrase }] : [],
    conduct: parts.some((word) => word.conduct),
    place: parts.every((word) => word.place),
    phrase: true,
  };
}

async function lookUpWord(word: QueryWord, store: IndexStore, words: Words, scope: Scope): Promise<Clause> {
  const ordinary = words.ordinary.has(word.key);
  const clause: Clause = {
    raw: word.raw,
    weight: word.weight,
    variants: [],
    conduct: word.conduct,
    phrase: false,
    ordinary,
    place: word.place,
  };
  const add = (postings: number[] | undefined, factor: number): void => {
    if (postings && decodePostings(postings, scope).length > 0) clause.variants.push({ postings, factor });
  };
  const exact = await store.postings(word.key);
  add(exact, FACTORS.exact);
  for (const group of new Set(word.forms.flatMap((form) => words.synonyms.get(form) ?? [])))
    add(await store.postings(GROUP_MARK + group), FACTORS.group);
  for (const stem of swahiliStems(word.folded)) add(await store.postings(STEM_MARK + stem), FACTORS.stem);
  if (word.open && word.folded.length >= 3)
    for (const postings of await completions(word, store)) add(postings, FACTORS.prefix);
  if (clause.variants.length > 0) return clause;
  // A number that no page has is an amount, a date or a size, and says little about the matter.
  if (/^\d+$/.test(word.key)) clause.weight = Math.min(clause.weight, WEAK_WEIGHT);
  else if (!ordinary && !word.place && !word.story) await addCorrections(word, store, clause, words, scope);
  return clause;
}

async function completions(word: QueryWord, store: IndexStore): Promise<number[][]> {
  const found: { postings: number[]; length: number }[] = [];
  for (const shard of await store.shardsOf(word.folded)) {
    for (const [term, postings] of shard) {
      if (term !== word.key && term.startsWith(word.folded) && isWord(term))
        found.push({ postings, length: term.length });
    }
  }
  return found
    .sort((a, b) => a.length - b.length || b.postings.length - a.postings.length)
    .slice(0, PREFIX_TERMS_MAX)
    .map((item) => item.postings);
}

/**
 * Takes an unknown word for the nearest known one: first among words that begin alike, then among words that end alike.
 */
async function addCorrections(
  word: QueryWord,
  store: IndexStore,
  clause: Clause,
  words: Words,
  scope: Scope,
): Promise<void> {
  const most = slipsAllowed(word.key);
  if (most === 0) return;
  const shards = await store.shardsOf(word.key.slice(0, 2));
  const own = await store.shardsOf(word.key);
  const known = [...shards, ...own]
    .flatMap((shard) => [...shard])
    .filter(([, postings]) => decodePostings(postings, scope).length > 0);
  const frequency = new Map(known.map(([term, postings]) => [term, postings.length]));
  let best = nearestTerms(word.key, frequency, most);
  if (best.length === 0)
    best = nearestTerms(word.key, new Map((await store.wordsWithEndingNear(word.key)).map((term) => [term, 0])), most);
  for (const { term, distance } of best.slice(0, 2)) {
    const factor = distance <= 1 ? FACTORS.slip : FACTORS.twoSlips;
    const postings = await store.postings(term);
    if (!postings || decodePostings(postings, scope).length === 0) continue;
    clause.variants.push({ postings, factor });
    clause.corrected ??= term;
    const group = words.synonyms.get(term);
    const groupPostings = group === undefined ? undefined : await store.postings(GROUP_MARK + group);
    if (groupPostings) clause.variants.push({ postings: groupPostings, factor: factor * FACTORS.group });
  }
}

function slipsAllowed(key: string): number {
  if (/\d/.test(key) || key.length < 4) return 0;
  return key.length >= 8 ? 2 : 1;
}

/** Among equally near terms the commoner comes first: a misspelling that an editor listed is itself a term. */
function nearestTerms(key: string, terms: Map<string, number>, most: number): { term: string; distance: number }[] {
  const found: { term: string; distance: number; frequency: number }[] = [];
  for (const [term, frequency] of terms) {
    if (!isWord(term) || Math.abs(term.length - key.length) > most + 4) continue;
    const distance = slips(key, term);
    if (distance <= most && (term[0] === key[0] || (distance <= 1 && key.length >= WRONG_BEGINNING_LENGTH)))
      found.push({ term, distance, frequency });
  }
  const nearest = Math.min(...found.map((item) => item.distance));
  return found
    .filter((item) => item.distance === nearest)
    .sort(
      (a, b) =>
        b.frequency - a.frequency ||
        Math.abs(a.term.length - key.length) - Math.abs(b.term.length - key.length) ||
        (a.term < b.term ? -1 : 1),
    );
}

/**
 * Counts slips; a known word with an unknown ending after it ("registraton") counts one slip. Four letters allow a swap
 * or a forgotten one.
 */
function slips(key: string, term: string): number {
  if (key.length === 4 && (term.length < 4 || term[0] !== key[0])) return Infinity;
  const whole = Math.abs(term.length - key.length) <= 2 ? editDistance(key, term) : Infinity;
  if (key.length === 5 && whole === 1 && term.length === 5 && !soundsAlike(key, term)) return Infinity;
  if (key.length === 4)
    return whole === 1 && (term.length === 5 || [...key].sort().join('') === [...term].sort().join('')) ? 1 : Infinity;
  const beginning =
    term.length >= 6 && key.length > term.length ? editDistance(key.slice(0, term.length), term) + 1 : Infinity;
  return Math.min(whole, beginning);
}

/** Letters that stand for one another when words are spelt by ear. */
const ALIKE = ['aeiouy', 'ckqx', 'szc', 'fvp', 'lr', 'bv', 'dt', 'gj', 'mn'];

/**
 * In a short word one letter replaced gives another word ("cheap", "cheat") unless it sounds alike, or two letters are
 * swapped.
 */
function soundsAlike(key: string, term: string): boolean {
  const differing = [...key].flatMap((letter, index) => (letter === term[index] ? [] : [letter + (term[index] ?? '')]));
  return (
    differing.length !== 1 || ALIKE.some((group) => [...(differing[0] ?? '')].every((letter) => group.includes(letter)))
  );
}
