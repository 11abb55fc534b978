import { nearest } from '../lib/edit-distance.ts';
import { isGivenHere, successorOf } from '../schemas/service.ts';
import type { ContentProblem } from './problem.ts';
import { problemAt } from './problem-at.ts';
import type { Entry, LoadedEntries } from './read-entry.ts';

/**
 * A service that is replaced names another service, of the same agency or of another. One given elsewhere names a
 * service that another agency gives now.
 */
export function checkSuccessors({ services }: Pick<LoadedEntries, 'services'>): ContentProblem[] {
  return services.flatMap((entry) => {
    const { replacedBy } = entry.data;
    if (replacedBy === undefined) return isGivenHere(entry) ? [] : [unnamedElsewhere(entry)];
    const [agency = ''] = entry.id.split('/');
    const successor = successorOf(agency, replacedBy);
    const there = services.find(({ id }) => id === successor);
    if (there && there !== entry) return isGivenHere(entry) ? [] : checkGiver(entry, there);
    const others = services.map(({ id }) => id).filter((id) => id !== entry.id);
    const named = replacedBy.includes('/');
    const siblings = others.flatMap((id) => (id.startsWith(`${agency}/`) ? [id.slice(agency.length + 1)] : []));
    const guess = nearest(replacedBy, named ? others : siblings);
    const missing = named ? `There is no service "${replacedBy}".` : `The agency has no service "${replacedBy}".`;
    const message = successor === entry.id ? 'The service is said to be replaced by itself.' : missing;
    const remedy = named
      ? 'Name a file of content/services/ as agency/service.'
      : `Name a file of content/services/${agency}/ without its ending.`;
    return [problemAt(entry, ['replacedBy'], message, guess ? `Did you mean "${guess}"?` : remedy)];
  });
}

function checkGiver(entry: Entry<'services'>, there: Entry<'services'>): ContentProblem[] {
  const agencyIn = ({ id }: Entry): string => id.split('/')[0] ?? '';
  const wrong =
    agencyIn(there) === agencyIn(entry)
      ? `The service is given elsewhere, and "${there.id}" is of the same agency.`
      : there.data.status === 'active'
        ? undefined
        : `The service is given elsewhere, and "${there.id}" is not active but ${there.data.status}.`;
  const remedy = 'Name an active service of the other agency, as agency/service.';
  return wrong ? [problemAt(entry, ['replacedBy'], wrong, remedy)] : [];
}

function unnamedElsewhere(entry: Entry<'services'>): ContentProblem {
  return problemAt(
    entry,
    ['status'],
    'The service is given elsewhere, and nothing says where.',
    'Name the service of the other agency in "replacedBy", as agency/service.',
  );
}
