import type { Language } from '../lib/locales.ts';
import { assess } from './assess.ts';
import { emergencyIn, protectedReports } from './beside.ts';
import type { ConductBodies } from './conduct.ts';
import type { Card, ManifestCountry } from './index-format.ts';
import type { Clause } from './lookup.ts';
import type { Unserved } from './locate.ts';
import type { RankedEntity } from './rank.ts';
import { IndexStore, type Load } from './store.ts';
import { surfaceOf } from './surface.ts';
import type { SearchOptions, SearchAnswer, SearchKind, AgencyAnswer } from './answer.ts';

export interface Search {
  /** Answers any text. Rejects only when the index cannot be loaded. */
  query(q: string, options: SearchOptions): Promise<SearchAnswer>;
}

const RESULTS_MAX = 6;
/** A result with less than this share of the best score is no alternative. */
const LEAST_SHARE = 0.3;

/** Makes the search over an index; the same code serves browser, server and measure. */
export function createSearch({ load }: { load: Load }): Search {
  const store = new IndexStore(load);
  return {
    async query(q, options) {
      const manifest = await store.manifest();
      const chosen = manifest.countries.find((candidate) => candidate.id === options.country);
      const assessment = await assess(q, chosen, store);
      const { parsed, clauses, all, places, bodies, ranked, confidence, unserved, which } = assessment;
      const kept = confidence === 'none' ? [] : pick(ranked, options.kind);
      const rightsNumbers = new Set(manifest.countries.flatMap((item) => item.informationRights ?? []));
      const rights = rightsToShow(all, rightsNumbers, places, parsed.signals, options.kind);
      const fallbacks = confidence === 'sure' ? [] : places.flatMap((place) => place.oversight.slice(0, 1));
      const [results, rightCards, fallback] = await Promise.all([
        Promise.all(kept.map((item) => answer(item, clauses, bodies, store, options.language))),
        Promise.all(rights.map((entity) => store.card(entity, options.language))),
        Promise.all(fallbacks.map((entity) => store.card(entity, options.language))),
      ]);
      const emergency = await emergencyIn(assessment, manifest, store, options.language);
      const reports = await protectedReports(assessment, store, options.language);
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
          clause.corrected && !clause.phrase
            ? [{ typed: clause.raw, understood: surfaceOf(clause.corrected, cards) }]
            : [],
        ),
        pageQueries: pageQueries(clauses),
        signals: [...parsed.signals],
        fallback,
        countries: manifest.countries.map((item) => item.id),
        reports,
        ...(unserved && confidence !== 'sure' ? { unserved: unservedIn(unserved, options.language) } : {}),
        ...(which ? { which } : {}),
        ...(emergency ? { emergency } : {}),
      };
    },
  };
}

function unservedIn({ place, government }: Unserved, language: Language): NonNullable<SearchAnswer['unserved']> {
  return { place, ...(government?.[language] ? { government: government[language] } : {}) };
}

/** Ignored words are gone and misspelt ones mended; then without weak words; then each telling word alone. */
function pageQueries(clauses: Clause[]): string[] {
  const words = clauses.filter((clause) => !clause.phrase);
  const written = (list: Clause[]): string => list.map((clause) => clause.corrected ?? clause.raw).join(' ');
  const telling = words.filter((clause) => clause.weight === 1);
  return [...new Set([written(words), written(telling), ...telling.map((clause) => written([clause]))])].filter(
    Boolean,
  );
}

function pick(ranked: RankedEntity[], kind: SearchKind | undefined): RankedEntity[] {
  if (kind === 'right') return [];
  const least = (ranked[0]?.score ?? 0) * LEAST_SHARE;
  return ranked
    .filter((item) => item.score >= least && (kind !== 'service' || item.service !== undefined))
    .slice(0, RESULTS_MAX);
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

async function answer(
  item: RankedEntity,
  clauses: Clause[],
  bodies: ConductBodies,
  store: IndexStore,
  language: Language,
): Promise<AgencyAnswer> {
  const card = await store.card(item.entity, language);
  const service = item.service === undefined ? undefined : card.services[item.service - 1];
  const role = bodies.antiCorruption.includes(item.entity)
    ? 'anti-corruption'
    : bodies.oversight.includes(item.entity)
      ? 'oversight'
      : undefined;
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
  const phrases = found
    .filter((clause) => clause.phrase && !clause.raw.split(' ').every((part) => words.includes(part)))
    .map((clause) => clause.raw);
  const alone = words.filter((word) => !phrases.some((phrase) => phrase.split(' ').includes(word)));
  return [...new Set([...alone, ...phrases])].slice(0, 6);
}
