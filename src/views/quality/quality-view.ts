import type { Language } from '../../lib/locales.ts';
import { figuresOf } from '../../quality/figures.ts';
import type { Grade, RuleResult } from '../../quality/grade.ts';
import { provisions, type Gap, type Provision } from '../../quality/rule.ts';
import type { Register } from '../../register/register.ts';
import { lastKnownOn } from '../../register/evidence-age.ts';
import { date } from '../../register/format.ts';
import type { Text } from '../../register/localise.ts';
import { urls } from '../../site/urls.ts';
import { countryName } from '../../site/views/jurisdiction.ts';

/** The next review of a charter: when, and whether that day has passed. Absent where no date is stated. */
export interface ReviewView {
  when: string;
  overdue: boolean;
}

export function reviewView({ agency }: Grade, language: Language, today: Date): ReviewView | undefined {
  const due = agency.data.nextReviewDue;
  return due === undefined ? undefined : { when: date(due, language), overdue: due < today.toISOString().slice(0, 10) };
}

/** The charters of each country under its name, in the order given, and the score of the one in the middle. */
export function byCountry(
  grades: Grade[],
  register: Register,
  language: Language,
): { id: string; name: Text; grades: Grade[]; middle: number }[] {
  const ids = [...new Set(grades.map(({ agency }) => agency.data.jurisdiction))];
  return ids.map((id) => {
    const own = grades.filter(({ agency }) => agency.data.jurisdiction === id);
    const scores = own.map(({ score }) => score).sort((a, b) => a - b);
    return {
      id,
      name: countryName(register, id, { language }),
      grades: own,
      middle: scores[Math.floor((scores.length - 1) / 2)] ?? 0,
    };
  });
}

export interface PlaceView {
  gap: Gap;
  /** Absent where the gap is in the charter itself. */
  service?: { name: Text; href: string };
}

/** Names the service in which a gap is. */
export function placeView(register: Register, gap: Gap, { agency }: Grade, language: Language): PlaceView {
  const service = agency.services.find((candidate) => candidate.id === gap.serviceId);
  if (!service) return { gap };
  return {
    gap,
    service: {
      name: register.in(language).service(service).name,
      href: urls.service(language, agency, service.id),
    },
  };
}

/**
 * The rules that apply under each provision, with the points they earn together; a provision without rules stays
 * in the list.
 */
export function byProvision(
  results: RuleResult[],
): { provision: Provision; results: RuleResult[]; earned: number; possible: number }[] {
  return provisions.map((provision) => {
    const own = results.filter((result) => result.rule.provision === provision);
    const total = (of: (result: RuleResult) => number): number => own.reduce((sum, result) => sum + of(result), 0);
    return {
      provision,
      results: own,
      earned: total((result) => result.earned),
      possible: total((result) => result.rule.weight),
    };
  });
}

/** The latest date that any figure of the charter bears, in words. */
export function newestFigure({ agency }: Grade, language: Language): string | undefined {
  const dates = figuresOf(agency).flatMap(({ evidence }) => (evidence && lastKnownOn(evidence)) ?? []);
  const newest = dates.sort().at(-1);
  return newest === undefined ? undefined : date(newest, language);
}
