import { nearest } from '../lib/edit-distance.ts';
import type { CommonProblem } from '../schemas/common-problems.ts';
import { isGivenHere } from '../schemas/service.ts';
import type { ContentProblem } from './problem.ts';
import { problemAt } from './problem-at.ts';
import type { LoadedEntries } from './read-entry.ts';

/**
 * Finds common problems that lead to an address that is not there or belongs to another country. That a service exists
 * at all is found where references are checked.
 */
export function checkCommonProblems({
  commonProblems,
  jurisdictions,
  charters,
  services,
  finder,
}: LoadedEntries): ContentProblem[] {
  const countries = jurisdictions.map(({ id }) => id);
  const countryOf = new Map(charters.map(({ id, data }) => [id, data.jurisdiction]));
  return commonProblems.flatMap((entry) => {
    if (!countries.includes(entry.id))
      return [
        problemAt(
          entry,
          [],
          `There is no jurisdiction "${entry.id}".`,
          `Name the file after a jurisdiction: ${countries.join(', ')}.`,
        ),
      ];
    const steps = finder
      .filter(({ id }) => id === entry.id)
      .flatMap(({ data }) => [...data.questions, ...data.outcomes].map(({ id }) => id));
    const wrong = (problem: CommonProblem): [field: string, message: string, remedy: string] | undefined => {
      if (problem.to === 'finder')
        return steps.includes(problem.step) ? undefined : noStep(problem.step, entry.id, steps);
      if (problem.to !== 'service') return undefined;
      const country = countryOf.get(problem.service.split('/')[0] ?? '');
      if (country !== undefined && country !== entry.id)
        return ['service', `"${problem.service}" belongs to the jurisdiction ${country}.`, `Name one of ${entry.id}.`];
      const service = services.find(({ id }) => id === problem.service);
      return service && !isGivenHere(service)
        ? ['service', `"${problem.service}" is given by another body.`, 'Name the service of the body that gives it.']
        : undefined;
    };
    return entry.data.problems.flatMap((problem, index) => {
      const found = wrong(problem);
      return found ? [problemAt(entry, ['problems', index, found[0]], found[1], found[2])] : [];
    });
  });
}

function noStep(step: string, country: string, steps: string[]): [string, string, string] {
  const guess = nearest(step, steps);
  return [
    'step',
    `content/finder/${country}.yaml has no question or outcome "${step}".`,
    guess ? `Did you mean "${guess}"?` : 'Name one that it has.',
  ];
}
