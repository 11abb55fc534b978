import { nearest } from '../lib/edit-distance.ts';
import type { ContentProblem } from './problem.ts';
import { problemAt } from './problem-at.ts';
import type { Entry, LoadedEntries } from './read-entry.ts';

/**
 * Finds files of emergency numbers, or parts of them, that no page would show: of a country or a region that does not
 * exist, with one kind described twice, or with lines for a kind that is not described.
 */
export function checkEmergencies({ emergencies, jurisdictions, places }: LoadedEntries): ContentProblem[] {
  const countries = jurisdictions.map((jurisdiction) => jurisdiction.id);
  return emergencies.flatMap((entry) => {
    const lost = countries.includes(entry.id)
      ? []
      : [
          {
            file: entry.file,
            message: `There is no jurisdiction "${entry.id}".`,
            remedy: `Name the file after a jurisdiction: ${countries.join(', ')}.`,
          },
        ];
    const regions = places.find(({ id }) => id === entry.id)?.data.regions.map(({ id }) => id) ?? [];
    return [...lost, ...kindsTwice(entry), ...unknownKinds(entry), ...lostRegions(entry, regions)];
  });
}

function kindsTwice(entry: Entry<'emergencies'>): ContentProblem[] {
  const kinds = entry.data.answers.map(({ kind }) => kind);
  return kinds.flatMap((kind, index) =>
    kinds.indexOf(kind) === index
      ? []
      : [
          problemAt(
            entry,
            ['answers', index, 'kind'],
            `The kind "${kind}" is described twice.`,
            'Join the two descriptions.',
          ),
        ],
  );
}

function unknownKinds(entry: Entry<'emergencies'>): ContentProblem[] {
  const described = entry.data.answers.map(({ kind }) => kind);
  return entry.data.regional.flatMap(({ kinds }, index) =>
    kinds.flatMap((kind, place) =>
      described.includes(kind)
        ? []
        : [
            problemAt(
              entry,
              ['regional', index, 'kinds', place],
              `The kind "${kind}" is not described, so no words lead to this line.`,
              `Describe it under "answers", or use one of: ${described.join(', ')}.`,
            ),
          ],
    ),
  );
}

function lostRegions(entry: Entry<'emergencies'>, known: string[]): ContentProblem[] {
  return entry.data.regional.flatMap(({ regions }, index) =>
    regions.flatMap(({ region }, place) => {
      if (known.includes(region)) return [];
      const guess = nearest(region, known);
      return [
        problemAt(
          entry,
          ['regional', index, 'regions', place, 'region'],
          `There is no region "${region}".`,
          guess ? `Did you mean "${guess}"?` : `Name a region of content/places/${entry.id}.yaml.`,
        ),
      ];
    }),
  );
}
