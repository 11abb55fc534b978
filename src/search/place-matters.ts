import { isStory, type ParsedQuery } from './parse-query.ts';
import { decodePostings, type Scope } from './scope.ts';
import type { IndexStore } from './store.ts';
import { phrasesOf } from './terms.ts';

/** From this weight on the matter is part of a name of the office or of one of its services. */
const NAMED_WEIGHT = 35;
/** Share of the words, those for the place apart, that make a query one about the matter. */
const ABOUT = 0.6;

/** Matters of a query that are decided where one lives. */
export interface PlaceMatters {
  /** Offices that have all of them among their names. */
  tellers: ReadonlySet<number>;
  /** Hardly anything else is said, so that an office without them among its names is no answer. */
  about: boolean;
}

/**
 * The matters of a query that are decided where one lives, and who is named for them; undefined where there are none. In a
 * story such words stand by the way.
 */
export async function placeMatters(
  parsed: ParsedQuery,
  known: ReadonlySet<string>,
  store: IndexStore,
  scope: Scope,
): Promise<PlaceMatters | undefined> {
  const words = parsed.words.filter(({ place }) => !place);
  const matters = isStory(words)
    ? []
    : mattersIn(
        words.map(({ key }) => key),
        known,
      );
  const [first, ...rest] = await Promise.all(matters.map((matter) => namedFor(matter, store, scope)));
  if (!first) return undefined;
  const length = matters.reduce((total, matter) => total + matter.split(' ').length, 0);
  return {
    tellers: new Set([...first].filter((entity) => rest.every((others) => others.has(entity)))),
    about: length >= ABOUT * words.length,
  };
}

/** Of two matters that overlap the longer. */
function mattersIn(keys: string[], known: ReadonlySet<string>): string[] {
  const found = [...phrasesOf(keys).map(({ phrase }) => phrase), ...keys].filter((phrase) => known.has(phrase));
  return found.filter(
    (phrase, index) => !found.slice(0, index).some((longer) => ` ${longer} `.includes(` ${phrase} `)),
  );
}

async function namedFor(matter: string, store: IndexStore, scope: Scope): Promise<Set<number>> {
  const postings = decodePostings((await store.postings(matter)) ?? [], scope);
  return new Set(postings.filter(([, , weight]) => weight >= NAMED_WEIGHT).map(([entity]) => entity));
}
