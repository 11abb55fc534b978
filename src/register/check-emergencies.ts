import type { ContentProblem } from './problem.ts';
import type { LoadedEntries } from './read-entry.ts';

/**
 * Finds files of emergency numbers that no page would show: of a country that does not exist, or with one kind
 * described twice.
 */
export function checkEmergencies({ emergencies, jurisdictions }: LoadedEntries): ContentProblem[] {
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
    const kinds = entry.data.answers.map(({ kind }) => kind);
    const twice = kinds.flatMap((kind, index) => {
      if (kinds.indexOf(kind) === index) return [];
      const line = entry.lineOf(['answers', index, 'kind']);
      const message = `The kind "${kind}" is described twice.`;
      return [
        {
          file: entry.file,
          ...(line === undefined ? {} : { line }),
          field: `answers.${index}.kind`,
          message,
          remedy: 'Join the two descriptions.',
        },
      ];
    });
    return [...lost, ...twice];
  });
}
