import { nearest } from '../lib/edit-distance.ts';
import { successorOf } from '../schemas/service.ts';
import type { ContentProblem } from './problem.ts';
import { problemAt } from './problem-at.ts';
import type { Entry, LoadedEntries } from './read-entry.ts';

/** A service that is replaced names another service, of the same agency or of another; one given elsewhere names it. */
export function checkSuccessors({ services }: Pick<LoadedEntries, 'services'>): ContentProblem[] {
  return services.flatMap((entry) => {
    const { replacedBy, status } = entry.data;
    if (replacedBy === undefined) return status === 'elsewhere' ? [unnamedElsewhere(entry)] : [];
    const [agency = ''] = entry.id.split('/');
    const successor = successorOf(agency, replacedBy);
    const others = services.map(({ id }) => id).filter((id) => id !== entry.id);
    if (others.includes(successor)) return [];
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

function unnamedElsewhere(entry: Entry<'services'>): ContentProblem {
  return problemAt(
    entry,
    ['status'],
    'The service is given elsewhere, and nothing says where.',
    'Name the service of the other agency in "replacedBy", as agency/service.',
  );
}
