import { nearest } from '../lib/edit-distance.ts';
import { officerList, type Officer } from '../schemas/officer.ts';
import type { ContentProblem } from './problem.ts';
import { toProblem } from './read-entry.ts';
import { parseSourceFile, type SourceFile } from './source-file.ts';

/** The ids that an officer's entry may name. */
export interface KnownPlaces {
  agencies: string[];
  jurisdictions: string[];
}

/**
 * Reads the list of desk officers. Gives the officers, or each mistake with line, field and remedy. With the ids that
 * there are, those that there are not are mistakes, too.
 */
export function readOfficerList(
  file: string,
  text: string,
  known?: KnownPlaces,
): { officers?: Officer[]; problems: ContentProblem[] } {
  const { source, problems } = parseSourceFile(file, text, 'yaml');
  if (!source) return { problems };
  const parsed = officerList.safeParse(source.data ?? {}, { reportInput: true });
  if (!parsed.success)
    return { problems: parsed.error.issues.map((issue) => toProblem(issue, officerList, source, file)) };
  const { officers } = parsed.data;
  const at = (field: (string | number)[]) => placeIn(source, file, field);
  const found = [...sameAddresses(officers, at), ...(known ? unknownPlaces(officers, known, at) : [])];
  return found.length > 0 ? { problems: found } : { officers, problems: [] };
}

type PlaceOf = (field: (string | number)[]) => Pick<ContentProblem, 'file' | 'line' | 'field'>;

function placeIn(source: SourceFile, file: string, field: (string | number)[]): ReturnType<PlaceOf> {
  const line = source.lineOf(field);
  return { file, ...(line === undefined ? {} : { line }), field: field.join('.') };
}

/** Whoever signs in by an address would be the first of them, with the rights of that one alone. */
function sameAddresses(officers: Officer[], at: PlaceOf): ContentProblem[] {
  const folded = officers.map(({ email }) => email.trim().toLowerCase());
  return folded.flatMap((email, index) => {
    const first = folded.indexOf(email);
    if (first === index) return [];
    return [
      {
        ...at(['officers', index, 'email']),
        message: `${officers[first]?.name ?? ''} has this address too.`,
        remedy: 'Give each officer an address of their own, or join the two into one, with all their agencies.',
      },
    ];
  });
}

function unknownPlaces(officers: Officer[], known: KnownPlaces, at: PlaceOf): ContentProblem[] {
  const kinds = [
    { field: 'agencies', what: 'agency', folder: 'content/charters/', ids: known.agencies },
    { field: 'jurisdictions', what: 'jurisdiction', folder: 'content/jurisdictions/', ids: known.jurisdictions },
  ] as const;
  return officers.flatMap((officer, index) =>
    kinds.flatMap(({ field, what, folder, ids }) =>
      officer[field].flatMap((id, item): ContentProblem[] => {
        if (ids.includes(id)) return [];
        const guess = nearest(id, ids);
        return [
          {
            ...at(['officers', index, field, item]),
            message: `There is no ${what} "${id}".`,
            remedy: guess ? `Did you mean "${guess}"?` : `Name a file of ${folder} without its ending.`,
          },
        ];
      }),
    ),
  );
}
