import type { Act } from './acts.ts';
import type { DeadlineCase, Happened } from './case.ts';
import { dayNumber } from './day-number.ts';
import type { Days, Interpretation } from './interpretation.ts';

/**
 * The windows of the doors after a refusal, or after the silence that sets in on the day the answer is due. Of Ghana's doors
 * the second, the RTI Commission, has no time limit (ss.65–67).
 */
export function doors(request: DeadlineCase, act: Act, law: Interpretation, answer: Days): Record<string, Days> {
  if (lastDay(request.happened, 'granted') !== undefined) return {};
  const refused = sameDay(lastDay(request.happened, 'refused')) ?? answer;
  return {
    'remedy-0': law.after(refused, act.firstDoor),
    ...(act.internalReview && afterReview(request, act.internalReview, law, refused)),
  };
}

/** Ghana: until when the head decides (s.33(1)), and the Court's window (s.36(2)), once the review has failed. */
function afterReview(
  { happened, today }: DeadlineCase,
  limits: { decision: number; court: number },
  law: Interpretation,
  refused: Days,
): Record<string, Days> {
  const asked = sameDay(lastDay(happened, 'internal-review-asked'));
  const decision = asked && law.after(asked, limits.decision);
  const given = lastDay(happened, 'internal-review-refused');
  // s.35: if the head is silent for the time there is, the refusal stands.
  const silent = decision && today !== undefined && dayNumber(today) > decision.latest ? decision.latest : undefined;
  const failed = given ?? silent;
  return {
    ...(decision && { 'remedy-0-decision': decision }),
    // s.36(2) says "refusal of the application"; s.66(b) wants the review first. Which refusal counts is open.
    ...(failed !== undefined && {
      'remedy-2': law.after({ earliest: refused.earliest, latest: failed }, limits.court),
    }),
  };
}

function lastDay(happened: Happened[], wanted: Happened['kind']): number | undefined {
  const event = happened.findLast(({ kind }) => kind === wanted);
  return event && dayNumber(event.on);
}

function sameDay(day: number | undefined): Days | undefined {
  return day === undefined ? undefined : { earliest: day, latest: day };
}
