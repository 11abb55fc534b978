import { officerList, type Officer } from '../schemas/officer.ts';
import type { ContentProblem } from './problem.ts';
import { toProblem } from './read-entry.ts';
import { parseSourceFile } from './source-file.ts';

/** Reads the list of desk officers. Gives the officers, or each mistake with line, field and remedy. */
export function readOfficerList(file: string, text: string): { officers?: Officer[]; problems: ContentProblem[] } {
  const { source, problems } = parseSourceFile(file, text, 'yaml');
  if (!source) return { problems };
  const parsed = officerList.safeParse(source.data ?? {}, { reportInput: true });
  if (parsed.success) return { officers: parsed.data.officers, problems: [] };
  return { problems: parsed.error.issues.map((issue) => toProblem(issue, officerList, source, file)) };
}
