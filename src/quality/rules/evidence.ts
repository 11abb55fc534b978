import { isDated, isStale, type Figure } from '../figures.ts';
import { eachService, type Gap, type Rule, type RuleContext } from '../rule.ts';

type FigureTest = (figure: Figure, context: RuleContext) => boolean | undefined;

/**
 * A rule looked at for every figure; undefined where it cannot apply. Gaps are told once for each service, with their
 * number.
 */
function eachFigure(test: FigureTest): Rule['check'] {
  return (context) => {
    const judged = context.figures
      .map((figure) => ({ figure, passed: test(figure, context) }))
      .filter(({ passed }) => passed !== undefined);
    const gaps = new Map<string, Gap>();
    for (const { figure } of judged.filter(({ passed }) => !passed)) {
      const place = figure.serviceId ?? '';
      const gap = gaps.get(place) ?? {
        ...(figure.serviceId ? { serviceId: figure.serviceId } : {}),
        field: figure.path,
        count: 0,
      };
      const count = (gap.count ?? 0) + 1;
      gaps.set(place, { ...gap, count, values: { count } });
    }
    return { examined: judged.length, waiting: 0, gaps: [...gaps.values()] };
  };
}

const official = new Set(['official', 'official-document', 'law']);

/** How firmly and how freshly the figures stand. */
export const evidenceRules: Rule[] = [
  { id: 'sourced', provision: 'union', weight: 3, severity: 'error', check: eachFigure((figure) => figure.sourced) },
  {
    id: 'official-source',
    provision: 'union',
    weight: 2,
    severity: 'gap',
    check: eachFigure((figure) => (figure.evidence ? official.has(figure.evidence.verification) : undefined)),
  },
  {
    id: 'dated',
    provision: 'union',
    weight: 2,
    severity: 'gap',
    check: eachFigure((figure) => (figure.evidence ? isDated(figure) : undefined)),
  },
  {
    id: 'fresh',
    provision: 'union',
    weight: 3,
    severity: 'gap',
    check: eachFigure((figure, { today }) =>
      !isDated(figure) && !figure.superseded ? undefined : !isStale(figure, today),
    ),
  },
  {
    id: 'conflicts',
    provision: 'union',
    weight: 1,
    severity: 'gap',
    check: eachService((service) => {
      const fee = service.fees.findIndex((candidate) => candidate.conflicting.length > 0);
      const time = service.processingTimes.findIndex((candidate) => candidate.conflicting.length > 0);
      if (fee >= 0) return { field: `fees.${fee}.conflicting` };
      return time >= 0 ? { field: `processingTimes.${time}.conflicting` } : 'passed';
    }),
  },
];
