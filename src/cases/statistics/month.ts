import { dayIn } from '../../deadlines/working-days.ts';
import type { CaseKind } from '../../schemas/cases/case.ts';
import type { CaseOutcome } from './figures.ts';

/** What became by now of the cases of one kind that a body received in a month. Every count is told: see `caseMonth`. */
export interface KindInMonth {
  kind: CaseKind;
  received: number;
  answered: number;
  inTime: number;
  /** The time passed without an answer. */
  late: number;
  waiting: number;
}

/** The kinds that are a body's own business: it is not to see from a count that one of its people was reported. */
const KINDS: CaseKind[] = ['complaint', 'question', 'suggestion', 'compliment', 'information-request'];

/**
 * The cases of one body in a month (2026-03) of its country, by kind. For the body itself, which has each of them and gets
 * every count; what is open to all leaves small ones out (`figuresOf`).
 */
export function caseMonth(
  outcomes: readonly CaseOutcome[],
  { month, timeZone }: { month: string; timeZone: string },
): KindInMonth[] {
  const received = outcomes.filter(({ receivedAt }) => dayIn(timeZone, receivedAt).startsWith(`${month}-`));
  return KINDS.map((kind) => {
    const own = received.filter(({ about }) => about === kind);
    const count = (match: (outcome: CaseOutcome) => boolean): number => own.filter(match).length;
    return {
      kind,
      received: own.length,
      answered: count(({ answerDays }) => answerDays !== undefined),
      inTime: count(({ inTime }) => inTime),
      late: count(({ silence }) => silence),
      waiting: count(({ waiting }) => waiting),
    };
  });
}
