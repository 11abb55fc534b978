import type { ContentProblem } from './problem.ts';
import type { Entry, LoadedEntries } from './read-entry.ts';

/** Finds stubs that are described after all: with services, or with text below the fields. */
export function checkStubs({ charters, services }: Pick<LoadedEntries, 'charters' | 'services'>): ContentProblem[] {
  return charters
    .filter(({ data }) => data.completeness === 'stub')
    .flatMap((stub) => [
      ...services
        .filter(({ id }) => id.startsWith(`${stub.id}/`))
        .map(({ file }) => ({
          file,
          message: `${stub.file} is a stub, and a stub has no services.`,
          remedy: 'Take "completeness: stub" out of the charter, or remove this file.',
        })),
      ...withText(stub),
    ]);
}

function withText({ html, file }: Entry<'charters'>): ContentProblem[] {
  return html === ''
    ? []
    : [
        {
          file,
          field: 'body',
          message: 'A stub has no text below its fields.',
          remedy: 'Take "completeness: stub" out, or remove the text.',
        },
      ];
}
