import { localePath } from '../../lib/locales.ts';
import type { Text } from '../../register/localise.ts';
import type { Reading } from '../../register/readings.ts';
import type { Register } from '../../register/register.ts';
import { searchAddress } from '../search-address.ts';
import { urls } from '../urls.ts';
import type { ViewOptions } from './evidence.ts';

/** A problem that many people have, with the address that it leads to. */
export interface ProblemLink {
  text: Text;
  href: string;
}

/** What people of a country ask most, in the order of its editors; empty where nobody has written it down. */
export function commonProblems(
  register: Register,
  country: string,
  options: Pick<ViewOptions, 'language'>,
): ProblemLink[] {
  const entry = register.commonProblems.get(country);
  const problems = entry ? register.in(options.language).commonProblems(entry).problems : [];
  return problems.map((problem) => ({ text: problem.text, href: addressOf(register, country, problem, options) }));
}

type Problem = Reading<'commonProblems'>['problems'][number];

function addressOf(
  register: Register,
  country: string,
  problem: Problem,
  { language }: Pick<ViewOptions, 'language'>,
): string {
  switch (problem.to) {
    case 'service':
      return localePath(language, `/${country}/${problem.service}/`);
    case 'finder': {
      // The first question stands at the address of the finder itself.
      const first = register.finder.get(country)?.data.start;
      return urls.finderStep(language, country, problem.step === first ? undefined : problem.step);
    }
    case 'search':
      return searchAddress(language, { q: problem.words.text, country });
    case 'report':
      return urls.misconductIn(language, country);
  }
}
