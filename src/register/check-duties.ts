import { nearest } from '../lib/edit-distance.ts';
import type { ContentProblem } from './problem.ts';
import { problemAt } from './problem-at.ts';
import type { LoadedEntries } from './read-entry.ts';

/**
 * What a charter says that its body publishes is a duty of its country's information law, and a declared holiday settles a
 * feast of its own country.
 */
export function checkDuties({
  charters,
  jurisdictions,
}: Pick<LoadedEntries, 'charters' | 'jurisdictions'>): ContentProblem[] {
  const laws = new Map(jurisdictions.map(({ id, data }) => [id, data.informationLaw]));
  const published = charters.flatMap((entry) => {
    const duties = laws.get(entry.data.jurisdiction)?.proactive.map(({ id }) => id) ?? [];
    return entry.data.published.flatMap(({ duty }, at) =>
      unknown(entry, ['published', at, 'duty'], duty, duties, 'The information law of the country asks for no'),
    );
  });
  const feasts = jurisdictions.flatMap((entry) => {
    const known = entry.data.calendar.feasts.map(({ id }) => id);
    return entry.data.calendar.declared.flatMap(({ feast }, at) =>
      feast === undefined
        ? []
        : unknown(entry, ['calendar', 'declared', at, 'feast'], feast, known, 'The calendar has no feast'),
    );
  });
  return [...published, ...feasts];
}

function unknown(
  entry: Parameters<typeof problemAt>[0],
  path: Parameters<typeof problemAt>[1],
  id: string,
  known: readonly string[],
  message: string,
): ContentProblem[] {
  if (known.includes(id)) return [];
  const guess = nearest(id, known);
  const list = known.length > 0 ? `Choose among: ${known.join(', ')}.` : 'Add it there first.';
  return [problemAt(entry, path, `${message} "${id}".`, guess ? `Did you mean "${guess}"?` : list)];
}
