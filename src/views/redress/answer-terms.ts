import { termFor } from '../../cases/routing/term.ts';
import type { Language } from '../../lib/locales.ts';
import { duration } from '../../register/format.ts';
import { resolveLadder } from '../../register/ladder.ts';
import type { Register } from '../../register/register.ts';
import type { RungView } from '../../site/views/ladder.ts';

/**
 * Adds to each step of a ladder how long it has to answer before the next one opens, by the very rule that a case of this
 * portal follows. The steps are those of `ladderView` for the same agency and service.
 */
export function withTerms(
  rungs: RungView[],
  register: Register,
  { agency, service, language }: { agency: string; service?: string; language: Language },
): RungView[] {
  const steps = resolveLadder(register, agency, service);
  return rungs.map((rung, index) => {
    const step = steps[index];
    if (!step) return rung;
    const { limit, basis } = termFor(register, step);
    return { ...rung, answersWithin: { length: duration(limit, language), byPortal: basis === 'portal' } };
  });
}
