import type { Language } from '../lib/locales.ts';
import type { EmergencyNumbers } from '../register/emergency-numbers.ts';
import type { EmergencyKind } from '../schemas/emergency.ts';
import { conductBodies, isNamed, routeConduct, type ConductBodies } from './conduct.ts';
import type { Card, CardService, Manifest, ManifestCountry } from './index-format.ts';
import { lookUp, type Clause } from './lookup.ts';
import { parseQuery } from './parse-query.ts';
import { rank, type RankedEntity } from './rank.ts';
import { matchEmergency } from './emergency.ts';
import type { Scope } from './scope.ts';
import { IndexStore, type Load, type Words } from './store.ts';
import { surfaceOf } from './surface.ts';
import { phrasesOf } from './terms.ts';

export const searchKinds = ['agency', 'service', 'right'] as const;
export type SearchKind = (typeof searchKinds)[number];

export interface SearchOptions {
  language: Language;
  /** Id of a jurisdiction; an unknown one counts as none. */
  country?: string | undefined;
  kind?: SearchKind | undefined;
}

export interface AgencyAnswer {
  card: Card;
  service?: CardService;
  otherServices: CardService[];
  /** Words of the query that matched; a misspelt one as it was understood. */
  why: string[];
  /** Why it is here although no word matched: it judges how offices behave. */
  role?: 'anti-corruption' | 'oversight';
}

export interface SearchAnswer {
  query: string;
  language: Language;
  country?: string;
  kind?: SearchKind;
  /** sure: one fits clearly. unsure: several may. none: nothing fits; the fallback is the answer. */
  confidence: 'sure' | 'unsure' | 'none';
  results: AgencyAnswer[];
  rights: Card[];
  corrections: { typed: string; understood: string }[];
  /** The query as a full-text engine that wants every word should get it, first strict, then looser. */
  pageQueries: string[];
  /** What was asked for beside the matter: cost, time, place, complain, information, corruption, neglect. */
  signals: string[];
  /** Where one can always turn: the first oversight body of the country, or of each country. */
  fallback: Card[];
  countries: string[];
  /** The words speak of bribes: the protected report, of the office that they name or of any, in the country or in each. */
  reports: { country: { id: string; name: string }; path: string }[];
  /** The words speak of danger: whom to call, in the country or in each. */
  emergency?: EmergencyAnswer;
}

export interface EmergencyAnswer {
  kinds: EmergencyKind[];
  /** It comes before everything else; otherwise the words are about a paper or a payment and it stands below. */
  urgent: boolean;
  numbers: EmergencyNumbers[];
}

export interface Search {
  /** Answers any text. Rejects only when the index cannot be loaded. */
  query(q: string, options: SearchOptions): Promise<SearchAnswer>;
}

const RESULTS_MAX = 6;
/** A result with less than this share of the best score is no alternative. */
const LEAST_SHARE = 0.3;
const CLEAR_LEAD = 1.2;
/** With less of the query covered by what matched, nothing is known; a mere mention must cover more than a name. */
const LEAST_COVERAGE = 0.2;
const LEAST_COVERAGE_OF_MENTION = 0.6;
const NAME_WEIGHT = 55;
const FULL_COVERAGE = 0.95;

/** Makes the search over an index; the same code serves browser, server and measure. */
export function createSearch({ load }: { load: Load }): Search {
  const store = new IndexStore(load);
  return {
    async query(q, options) {
      const [manifest, words] = await Promise.all([store.manifest(), store.words()]);
      const parsed = parseQuery(q, words);
      const chosen = manifest.countries.find((candidate) => candidate.id === options.country);
      const country = chosen ?? countryNamed(manifest, parsed.keys);
      const scope = scopeOf(manifest, country);
      const clauses = await lookUp(parsed, store, words, scope);
      const all = rank(clauses, scope);
      const rightsNumbers = new Set(manifest.countries.flatMap((item) => item.informationRights ?? []));
      const matched = all.filter((item) => !rightsNumbers.has(item.entity));
      const places = country ? [country] : countriesOf(manifest, matched);
      const bodies = conductBodies(places);
      const { ranked, routed } = routeConduct(matched, bodies, parsed.signals);
      const confidence = parsed.words.length === 0 ? 'none' : confidenceIn(ranked, routed);
      const kept = confidence === 'none' ? [] : pick(ranked, options.kind);
      const rights = rightsToShow(all, rightsNumbers, places, parsed.signals, options.kind);
      const fallbacks = confidence === 'sure' ? [] : places.flatMap((place) => place.oversight.slice(0, 1));
      const [results, rightCards, fallback] = await Promise.all([
        Promise.all(kept.map((item) => answer(item, clauses, bodies, store, options.language))),
        Promise.all(rights.map((entity) => store.card(entity, options.language))),
        Promise.all(fallbacks.map((entity) => store.card(entity, options.language))),
      ]);
      const emergency = await emergencyIn(parsed.keys, words, country ? [country] : manifest.countries, store, options.language);
      const reports = parsed.signals.has('corruption') ? await protectedReports(matched, places, bodies, store, options.language) : [];
      const cards = results.map((result) => result.card);
      return {
        query: parsed.text,
        language: options.language,
        ...(chosen ? { country: chosen.id } : {}),
        ...(options.kind ? { kind: options.kind } : {}),
        confidence,
        results,
        rights: rightCards,
        corrections: clauses.flatMap((clause) =>
          clause.corrected && !clause.phrase ? [{ typed: clause.raw, understood: surfaceOf(clause.corrected, cards) }] : [],
        ),
        pageQueries: pageQueries(clauses),
        signals: [...parsed.signals],
        fallback,
        countries: manifest.countries.map((item) => item.id),
        reports,
        ...(emergency ? { emergency } : {}),
      };
    },
  };
}

/**
 * Gives where bribes are reported without a name: on the page of the office that the words name, which the report is then about
 * and which never gets it, or where one chooses the office. Bodies that hear of others are not what the report is about.
 */
async function protectedReports(
  matched: RankedEntity[],
  places: ManifestCountry[],
  bodies: ConductBodies,
  store: IndexStore,
  language: Language,
): Promise<SearchAnswer['reports']> {
  const hear = new Set([...bodies.antiCorruption, ...places.flatMap((place) => [...place.antiCorruption, ...place.oversight])]);
  const found = places.map(async ({ id, range: [first, end], antiCorruption }) => {
    if (antiCorruption[0] === undefined) return [];
    const { country } = await store.card(antiCorruption[0], language);
    const named = matched.find(({ entity, ...item }) => entity >= first && entity < end && !hear.has(entity) && isNamed(item));
    const about = named ? await store.card(named.entity, language) : undefined;
    return [{ country, path: about && !about.hears ? `${about.path}report/` : `/${id}/report/` }];
  });
  return (await Promise.all(found)).flat();
}

/** Whom to call when the words speak of danger: in the country, or in each that has numbers. */
async function emergencyIn(
  keys: string[],
  words: Words,
  countries: ManifestCountry[],
  store: IndexStore,
  language: Language,
): Promise<EmergencyAnswer | undefined> {
  const match = matchEmergency(keys, words.emergencies);
  const known = match ? countries.filter((item) => item.emergencies) : [];
  if (!match || known.length === 0) return undefined;
  return { ...match, numbers: await Promise.all(known.map(({ id }) => store.emergency(id, language))) };
}

/** Ignored words are gone and misspelt ones mended; then without weak words; then each telling word alone. */
function pageQueries(clauses: Clause[]): string[] {
  const words = clauses.filter((clause) => !clause.phrase);
  const written = (list: Clause[]): string => list.map((clause) => clause.corrected ?? clause.raw).join(' ');
  const telling = words.filter((clause) => clause.weight === 1);
  return [...new Set([written(words), written(telling), ...telling.map((clause) => written([clause]))])].filter(Boolean);
}

function scopeOf(manifest: Manifest, country: ManifestCountry | undefined): Scope {
  if (country) return { first: country.range[0], end: country.range[1] };
  return { first: 0, end: Math.max(0, ...manifest.countries.map((item) => item.range[1])) };
}

/** The country that a query names in so many words, if it names just one. */
function countryNamed(manifest: Manifest, keys: string[]): ManifestCountry | undefined {
  const said = new Set([...keys, ...phrasesOf(keys).map((item) => item.phrase)]);
  const named = manifest.countries.filter((item) => item.words.some((word) => said.has(word)));
  return named.length === 1 ? named[0] : undefined;
}

/** The countries of the best matches; all countries when nothing telling matched. */
function countriesOf(manifest: Manifest, matched: RankedEntity[]): ManifestCountry[] {
  const best = matched.filter((item) => item.telling).slice(0, 3);
  const found = manifest.countries.filter(({ range: [first, end] }) => best.some(({ entity }) => entity >= first && entity < end));
  return found.length > 0 ? found : manifest.countries;
}

function confidenceIn(ranked: RankedEntity[], routed: 'corruption' | 'oversight' | undefined): SearchAnswer['confidence'] {
  const [best, second] = ranked;
  if (!best) return 'none';
  if (routed) return routed === 'corruption' ? 'sure' : 'unsure';
  const named = best.strongest >= NAME_WEIGHT;
  // Common words alone prove nothing, unless every one of them fits and is part of a name.
  if (!best.telling) return named && best.coverage >= FULL_COVERAGE ? 'unsure' : 'none';
  if (best.coverage < (named ? LEAST_COVERAGE : LEAST_COVERAGE_OF_MENTION)) return 'none';
  return named && best.coverage >= 0.5 && best.score >= CLEAR_LEAD * (second?.score ?? 0) ? 'sure' : 'unsure';
}

function pick(ranked: RankedEntity[], kind: SearchKind | undefined): RankedEntity[] {
  if (kind === 'right') return [];
  const least = (ranked[0]?.score ?? 0) * LEAST_SHARE;
  return ranked.filter((item) => item.score >= least && (kind !== 'service' || item.service !== undefined)).slice(0, RESULTS_MAX);
}

/** The page on the right to information is shown when somebody asks for information, or its words match best. */
function rightsToShow(
  all: RankedEntity[],
  rights: Set<number>,
  places: ManifestCountry[],
  signals: ReadonlySet<string>,
  kind: SearchKind | undefined,
): number[] {
  if (kind === 'agency' || kind === 'service') return [];
  const own = places.flatMap((place) => place.informationRights ?? []);
  if (signals.has('information') && own.length > 0) return own.slice(0, 3);
  const least = (all[0]?.score ?? 0) * (kind === 'right' ? 0 : 0.8);
  return all
    .filter((item) => rights.has(item.entity) && item.telling && item.score >= least)
    .slice(0, 2)
    .map((item) => item.entity);
}

async function answer(item: RankedEntity, clauses: Clause[], bodies: ConductBodies, store: IndexStore, language: Language): Promise<AgencyAnswer> {
  const card = await store.card(item.entity, language);
  const service = item.service === undefined ? undefined : card.services[item.service - 1];
  const role = bodies.antiCorruption.includes(item.entity) ? 'anti-corruption' : bodies.oversight.includes(item.entity) ? 'oversight' : undefined;
  return {
    card,
    ...(service ? { service } : {}),
    otherServices: item.otherServices.flatMap((number) => card.services[number - 1] ?? []),
    why: reasons(item, clauses, card),
    ...(role && item.matched.length === 0 ? { role } : {}),
  };
}

/** Words as typed; telling ones if there are any. A word that is part of a matched phrase is named once, in it. */
function reasons(item: RankedEntity, clauses: Clause[], card: Card): string[] {
  const found = item.matched.flatMap((index) => clauses[index] ?? []);
  const words = found
    .filter((clause) => !clause.phrase && (clause.weight === 1 || !item.telling))
    .map((clause) => (clause.corrected ? surfaceOf(clause.corrected, [card]) : clause.raw));
  const phrases = found.filter((clause) => clause.phrase && !clause.raw.split(' ').every((part) => words.includes(part))).map((clause) => clause.raw);
  const alone = words.filter((word) => !phrases.some((phrase) => phrase.split(' ').includes(word)));
  return [...new Set([...alone, ...phrases])].slice(0, 6);
}
