import { reckonEach } from '../lib/remember.ts';
import type { Agency, Register } from '../register/register.ts';
import { isGivenHere } from '../schemas/service.ts';
import { allRules } from './all-rules.ts';
import { figuresOf, isDated, isStale } from './figures.ts';
import type { Gap, Rule } from './rule.ts';
import type { GapValues } from './rule-texts.ts';

/** What one rule found, and what it earns: its weight times the share passed. */
export interface RuleResult {
  rule: Rule;
  examined: number;
  passed: number;
  /** Fail only because something that another rule asks for is missing first. */
  waiting: number;
  earned: number;
  gaps: Gap[];
}

/** What to do next: one rule, where it is broken, and the points that mending brings. */
export interface Fix {
  rule: Rule;
  gaps: Gap[];
  /** Points of the score for the largest single gap. */
  gainEach: number;
  /** Points for all of them. */
  gainAll: number;
}

export interface FigureCounts {
  figures: number;
  withSource: number;
  undated: number;
  stale: number;
}

/** The published charter of one agency against the rules. */
export interface Grade {
  agency: Agency;
  /** 0 to 100: the points earned of those possible, rounded down, so that 100 means that nothing is missing. */
  score: number;
  earned: number;
  /** Sum of the weights of the rules that apply. */
  possible: number;
  /** Rules that apply, in the order of the provisions. */
  results: RuleResult[];
  nextFixes: Fix[];
  errors: number;
  counts: FigureCounts;
}

const FIXES = 3;

/** Judges one agency's charter as it is published on a day. Pure: the same register and day give the same grade. */
export function gradeAgency(agency: Agency, register: Register, today: Date, remember = reckonEach): Grade {
  const judgement = remember(`grade/${agency.id}/${today.toISOString()}`, () => judge(agency, register, today));
  return { agency, ...judgement };
}

function judge(agency: Agency, register: Register, today: Date): Omit<Grade, 'agency'> {
  const figures = figuresOf(agency);
  const services = agency.services.filter((service) => service.data.status !== 'discontinued' && isGivenHere(service));
  const context = { agency, services, figures, register, today };
  const results = allRules.map((rule) => resultOf(rule, rule.check(context))).filter((result) => result.examined > 0);
  const earned = sum(results.map((result) => result.earned));
  const possible = sum(results.map((result) => result.rule.weight));
  return {
    // The tiny amount keeps a full score from being rounded down by floating point.
    score: possible === 0 ? 0 : Math.floor((100 * earned) / possible + 1e-9),
    earned,
    possible,
    results,
    nextFixes: nextFixes(results, possible),
    errors: sum(results.filter((result) => result.rule.severity === 'error').map((result) => result.gaps.length)),
    counts: {
      figures: figures.length,
      withSource: figures.filter((figure) => figure.sourced).length,
      undated: figures.filter((figure) => !isDated(figure)).length,
      stale: figures.filter((figure) => isStale(figure, today)).length,
    },
  };
}

/** Judges every charter, by country and then by name: an order that ranks nobody. Stubs are no charters yet. */
export function gradeAll(register: Register, today: Date, remember = reckonEach): Grade[] {
  const country = (agency: Agency): string =>
    register.jurisdictions.get(agency.data.jurisdiction)?.data.name ?? agency.data.jurisdiction;
  return [...register.agencies.values()]
    .filter((agency) => agency.data.completeness !== 'stub')
    .sort((a, b) => country(a).localeCompare(country(b), 'en') || a.data.name.localeCompare(b.data.name, 'en'))
    .map((agency) => gradeAgency(agency, register, today, remember));
}

/** Adds up the figures of several charters. */
export function totalCounts(grades: Grade[]): FigureCounts & { agencies: number; services: number } {
  const total = (key: keyof FigureCounts): number => sum(grades.map((grade) => grade.counts[key]));
  return {
    agencies: grades.length,
    services: sum(grades.map((grade) => grade.agency.services.filter(isGivenHere).length)),
    figures: total('figures'),
    withSource: total('withSource'),
    undated: total('undated'),
    stale: total('stale'),
  };
}

/**
 * What the message of a fix needs to know: of the first place, with the figures of all places counted together.
 */
export function fixValues({ gaps }: Pick<Fix, 'gaps'>): GapValues {
  const values = gaps[0]?.values ?? {};
  return values.count === undefined ? values : { ...values, count: sum(gaps.map((gap) => gap.count ?? 1)) };
}

function resultOf(rule: Rule, { examined, waiting, gaps }: ReturnType<Rule['check']>): RuleResult {
  const passed = examined - waiting - sum(gaps.map((gap) => gap.count ?? 1));
  return { rule, examined, passed, waiting, earned: examined === 0 ? 0 : (rule.weight * passed) / examined, gaps };
}

/** Errors come first; then the rules of which a single edit brings most. */
function nextFixes(results: RuleResult[], possible: number): Fix[] {
  return results
    .filter((result) => result.gaps.length > 0)
    .map(({ rule, examined, gaps }): Fix => {
      const points = (count: number): number => (100 * rule.weight * count) / examined / possible;
      const sorted = [...gaps].sort((a, b) => (b.count ?? 1) - (a.count ?? 1));
      return {
        rule,
        gaps: sorted,
        gainEach: points(sorted[0]?.count ?? 1),
        gainAll: points(sum(gaps.map((gap) => gap.count ?? 1))),
      };
    })
    .sort(
      (a, b) =>
        Number(b.rule.severity === 'error') - Number(a.rule.severity === 'error') ||
        b.gainEach - a.gainEach ||
        b.gainAll - a.gainAll,
    )
    .slice(0, FIXES);
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
