import { evidenceOf, type Evidence } from './evidence.ts';
import type { Clause } from './lookup.ts';
import { decodePostings, type Posting, type Scope } from './scope.ts';

export interface RankedEntity {
  entity: number;
  score: number;
  /** Number of the best service among the entity's documents, when one of them matched by a telling word. */
  service?: number;
  /** Further services that matched, best first. */
  otherServices: number[];
  /** Places, among the clauses, of what matched. */
  matched: number[];
  /** Share of the query's weight that matched, from 0 to 1. */
  coverage: number;
  /** Share of the telling words that its pages tell of, from 0 to 1: in a name or a summary, not in passing. */
  answered: number;
  /** None of the telling words is more than mentioned, in a list of what to bring or under an address. */
  mentioned: boolean;
  /**
   * What speaks for it is words of daily life, or stands beside such words that it does not know, and no phrase of its
   * name.
   */
  everyday: boolean;
  /** It does not know a word of daily life that the query has. */
  strange: boolean;
  /** A word that no other entity has is part of its own name. */
  unique: boolean;
  /**
   * Weight of the strongest match, 1 to 99: how plainly it is a name of the entity or of its services. Where somebody is
   * names no matter.
   */
  strongest: number;
  /** The same for the words of the matter alone: those that tell how somebody behaved, and weak ones, name nobody. */
  named: number;
  /** A telling word, or a phrase, matched. */
  telling: boolean;
  /** What speaks for it, counted; absent where no word does. */
  evidence?: Evidence;
}

/** The entity's own page lends its words to its services: "KRA" and "PIN" need not stand on one page. */
const LENT_BY_ENTITY = 0.9;
const RARITY_SMOOTHING = 1.5;
/** Weight from which a term counts as fully present, and from which a phrase is somebody's name. */
const FULL_WEIGHT = 55;
const NAME_WEIGHT = 40;
/** From this weight on a page tells of a word; below the second it mentions it in passing. */
const TOLD_WEIGHT = 35;
const MENTION_WEIGHT_MAX = 12;
const SHARE_OF_BEST_DOCUMENT = 0.6;
/** Who has the matter on its own page and in several services has it for a main task; a one-stop shop has one entry. */
const OWN_PAGE = 0.1;
const FURTHER_SERVICES = 0.06;
/** What an unknown word counts when coverage is reckoned, beside words of middling rarity. */
const UNKNOWN_WORD_RARITY = 0.7;

/** Ranks entities by the rarity of the words that match, where they stand, and how much of the query they cover. */
export function rank(clauses: Clause[], scope: Scope): RankedEntity[] {
  const size = Math.max(1, scope.end - scope.first);
  const scored = clauses.map((clause) => scoreClause(clause, scope, size));
  const highest = rarityOf(0, size);
  const total = sum(
    scored.map((item, index) => weightInCoverage(clauses[index]) * (item.rarity || highest * UNKNOWN_WORD_RARITY)),
  );
  const entities = new Set(scored.flatMap((item) => [...item.documents.keys()]));
  return [...entities]
    .map((entity) => rankEntity(entity, clauses, scored, { total, highest }))
    .sort((a, b) => b.score - a.score || a.entity - b.entity);
}

interface ScoredClause {
  /** Rarity of the rarest variant that was found. */
  rarity: number;
  documents: Map<number, Map<number, number>>;
  /** Highest weight, 1 to 99, by entity. */
  strongest: Map<number, number>;
}

function scoreClause(clause: Clause, scope: Scope, size: number): ScoredClause {
  const documents: ScoredClause['documents'] = new Map();
  const strongest = new Map<number, number>();
  let rarest = 0;
  for (const { postings, factor } of clause.variants) {
    const inScope = decodePostings(postings, scope);
    if (inScope.length === 0) continue;
    const count = Math.min(size, spreadOf(inScope));
    const rarity = rarityOf(count, size);
    rarest = Math.max(rarest, rarity);
    for (const [entity, document, weight] of inScope) {
      strongest.set(entity, Math.max(strongest.get(entity) ?? 0, factor * weight));
      const score = clause.weight * factor * rarity * (weight / 99);
      const byDocument = documents.get(entity) ?? new Map<number, number>();
      byDocument.set(document, Math.max(byDocument.get(document) ?? 0, score));
      documents.set(entity, byDocument);
    }
  }
  return { rarity: rarest, documents, strongest };
}

/** Inverse frequency, smoothed so that a word that one page happens to use does not outweigh the matter itself. */
function rarityOf(count: number, size: number): number {
  return Math.log(1 + (size - count + 0.5) / (count + RARITY_SMOOTHING));
}

/**
 * Counts entities that have a term, a mere mention for less than a name: that many offices ask for a passport
 * does not make "passport" a common word.
 */
function spreadOf(postings: Posting[]): number {
  const heaviest = new Map<number, number>();
  for (const [entity, , weight] of postings) heaviest.set(entity, Math.max(heaviest.get(entity) ?? 0, weight));
  return [...heaviest.values()].reduce((total, weight) => total + Math.min(1, weight / FULL_WEIGHT), 0);
}

function rankEntity(
  entity: number,
  clauses: Clause[],
  scored: ScoredClause[],
  { total, highest }: { total: number; highest: number },
): RankedEntity {
  const strongestOf = (index: number): number => scored[index]?.strongest.get(entity) ?? 0;
  const matters = clauses.map((_, index) => index).filter((index) => !clauses[index]?.place);
  // Where somebody is chooses among those that the matter names, and names nobody by itself.
  const naming = matters.filter((index) => tellsMatter(clauses[index]));
  const placed = naming.length === 0 || naming.some((index) => strongestOf(index) >= FULL_WEIGHT);
  const byClause = scored.map((item, index) =>
    clauses[index]?.place && !placed ? undefined : item.documents.get(entity),
  );
  const matched = byClause.flatMap((documents, index) => (documents ? [index] : []));
  const union = sum(byClause.map((documents) => Math.max(0, ...(documents?.values() ?? []))));
  const numbers = new Set(byClause.flatMap((documents) => [...(documents?.keys() ?? [])]));
  const own = byClause.map((documents) => documents?.get(0) ?? 0);
  const services = [...numbers]
    .filter((number) => number > 0)
    .map((number) => {
      const scores = byClause.map((documents) => documents?.get(number) ?? 0);
      return {
        number,
        score: sum(scores.map((score, index) => Math.max(score, LENT_BY_ENTITY * (own[index] ?? 0)))),
        alone: sum(scores),
        // Where somebody is does not tell which of the services is meant. What one wants to do does: "lost" and "renew"
        // name no office, and count in full among the services of one.
        matter: sum(
          scores.map((score, index) =>
            clauses[index]?.place
              ? 0
              : Math.max(score, LENT_BY_ENTITY * (own[index] ?? 0)) / (clauses[index]?.weight || 1),
          ),
        ),
      };
    })
    .sort((a, b) => b.score - a.score || a.number - b.number);
  const best = Math.max(sum(own), services[0]?.score ?? 0);
  const further = sum(services.slice(1).map((service, index) => service.alone * FURTHER_SERVICES * 0.5 ** index));
  const covered = sum(matched.map((index) => weightInCoverage(clauses[index]) * (scored[index]?.rarity ?? 0)));
  const coverage = total > 0 ? Math.min(1, covered / total) : 0;
  const named = services.filter((service) => service.alone >= 0.25 * best).sort((a, b) => b.matter - a.matter);
  return {
    entity,
    score:
      (SHARE_OF_BEST_DOCUMENT * best + (1 - SHARE_OF_BEST_DOCUMENT) * union + further + OWN_PAGE * sum(own)) *
      (0.8 + 0.2 * coverage),
    ...(named[0] ? { service: named[0].number } : {}),
    otherServices: named.slice(1, 4).map((service) => service.number),
    matched,
    coverage,
    ...answeredBy(entity, clauses, scored),
    evidence: evidenceOf(
      clauses,
      scored.map((item) => item.strongest.get(entity) ?? 0),
      highest,
    ),
    strongest: Math.max(0, ...matters.map(strongestOf)),
    named: Math.max(0, ...matters.filter((index) => tellsMatter(clauses[index])).map(strongestOf)),
    telling: matched.some((index) => isTelling(clauses[index], scored[index]?.strongest.get(entity) ?? 0)),
  };
}

/** How far the telling words of the query are answered: what is only mentioned in passing is not. */
function answeredBy(
  entity: number,
  clauses: Clause[],
  scored: ScoredClause[],
): Pick<RankedEntity, 'answered' | 'mentioned' | 'everyday' | 'strange' | 'unique'> {
  const weightOf = (index: number): number => scored[index]?.strongest.get(entity) ?? 0;
  const places = clauses.map((_, index) => index);
  const telling = places.filter((index) => countsAsTelling(clauses[index]));
  const told = telling.filter((index) => weightOf(index) >= TOLD_WEIGHT);
  const missing = telling.filter((index) => weightOf(index) < MENTION_WEIGHT_MAX);
  const answered = told.length / Math.max(1, telling.length);
  const named = places.some(
    (index) => clauses[index]?.phrase && !clauses[index].place && weightOf(index) >= NAME_WEIGHT,
  );
  return {
    answered,
    mentioned: telling.length > 0 && !named && missing.length === telling.length,
    everyday:
      !named &&
      ((missing.length < telling.length &&
        telling.every((index) => clauses[index]?.ordinary || missing.includes(index))) ||
        (answered <= 0.5 && missing.some((index) => clauses[index]?.ordinary))),
    strange: missing.some((index) => clauses[index]?.ordinary),
    unique: places.some(
      (index) =>
        !clauses[index]?.phrase &&
        weightOf(index) >= NAME_WEIGHT &&
        scored[index]?.documents.get(entity)?.has(0) &&
        [...scored[index].strongest].every(([other, weight]) => other === entity || weight < TOLD_WEIGHT),
    ),
  };
}

function countsAsTelling(clause: Clause | undefined): boolean {
  return clause !== undefined && !clause.phrase && !clause.conduct && !clause.place && clause.weight === 1;
}

/**
 * A word that few agencies share tells where the matter belongs, and so does a name of several words, however common
 * each is. A word of daily life tells it only as part of a name.
 */
function isTelling(clause: Clause | undefined, weight: number): boolean {
  if (!clause || clause.conduct) return false;
  return clause.phrase || clause.ordinary || clause.place ? weight >= NAME_WEIGHT : clause.weight === 1;
}

function tellsMatter(clause: Clause | undefined): boolean {
  return clause !== undefined && !clause.conduct && (clause.phrase || clause.weight === 1);
}

function weightInCoverage(clause: Clause | undefined): number {
  return !clause || clause.phrase || clause.conduct || clause.place ? 0 : clause.weight;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
