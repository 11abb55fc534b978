import { agencyOfOutcome } from '../schemas/finder.ts';
import { isGivenHere } from '../schemas/service.ts';
import type { ContentProblem } from './problem.ts';
import type { LoadedEntries } from './read-entry.ts';

/**
 * Finds what somebody who does not know its name cannot come to: a service under no topic, and a body to which neither
 * a topic nor an answer of a finder leads. No mistake, since a body is written down before its services are and before
 * a finder names it: to be said as a warning. Stubs are found by their place, and content without topics is not looked
 * at.
 */
export function checkReach({
  charters,
  services,
  finder,
  topics,
}: Pick<LoadedEntries, 'charters' | 'services' | 'finder' | 'topics'>): ContentProblem[] {
  if (topics.length === 0) return [];
  const underTopic = services.filter(({ data }) => data.topics.length > 0);
  const reached = new Set([
    ...underTopic.map(({ id }) => id.split('/')[0]),
    ...finder.flatMap(({ data }) => data.outcomes.map(agencyOfOutcome)),
  ]);
  return [
    ...charters
      .filter(({ id, data }) => data.completeness !== 'stub' && !reached.has(id))
      .map(({ file, data }) => ({
        file,
        message: 'No topic and no answer of a finder leads to this body.',
        remedy: `Give its services topics, or let an answer of content/finder/${data.jurisdiction}.yaml lead to it.`,
      })),
    ...services
      .filter((entry) => entry.data.topics.length === 0 && isGivenHere(entry))
      .map(({ file }) => ({
        file,
        field: 'topics',
        message: 'No topic lists this service.',
        remedy: 'Name a file of content/topics/ without its ending, or add one where none fits.',
      })),
  ];
}
