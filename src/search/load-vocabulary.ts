import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { explainIssue } from '../register/explain-issue.ts';
import { ContentError, type ContentProblem } from '../register/problem.ts';
import { parseSourceFile } from '../register/source-file.ts';
import { vocabulary, type Vocabulary } from './vocabulary-schema.ts';
import { keysOf } from './terms.ts';

const FILE = 'content/search/vocabulary.yaml';

/** Reads content/search/vocabulary.yaml of a content folder. Throws a ContentError that names each wrong line. */
export async function loadVocabulary(contentDir: string): Promise<Vocabulary> {
  const text = await readFile(join(contentDir, 'search', 'vocabulary.yaml'), 'utf8').catch((cause: unknown) => {
    throw new Error(`${FILE} could not be read; copy it from the repository.`, { cause });
  });
  const { value, problems } = parseVocabulary(text);
  if (!value) throw new ContentError(problems);
  return value;
}

/** Parses and checks the text of a vocabulary file. Without problems there is a value. */
export function parseVocabulary(text: string): { value?: Vocabulary; problems: ContentProblem[] } {
  const { source, problems } = parseSourceFile(FILE, text, 'yaml');
  if (!source) return { problems };
  const parsed = vocabulary.safeParse(source.data ?? {}, { reportInput: true });
  if (!parsed.success) {
    return {
      problems: parsed.error.issues.map((issue) => {
        const line = source.lineOf(issue.path);
        return {
          file: FILE,
          ...(line === undefined ? {} : { line }),
          field: issue.path.map(String).join('.'),
          ...explainIssue(issue),
        };
      }),
    };
  }
  const doubled = wordsInTwoGroups(parsed.data);
  if (doubled.length === 0) return { value: parsed.data, problems: [] };
  return {
    problems: doubled.map(([word, index]) => ({
      file: FILE,
      line: source.lineOf(['synonyms', index]) ?? 1,
      field: `synonyms.${index}`,
      message: `"${word}" stands in an earlier group already.`,
      remedy: 'Keep it in one group, or join the two groups.',
    })),
  };
}

function wordsInTwoGroups({ synonyms }: Vocabulary): [word: string, index: number][] {
  const seen = new Map<string, number>();
  const doubled: [string, number][] = [];
  synonyms.forEach((group, index) => {
    for (const word of group) {
      const key = keysOf(word).join(' ');
      if ((seen.get(key) ?? index) !== index) doubled.push([word, index]);
      else seen.set(key, index);
    }
  });
  return doubled;
}

/** Names by language that belong to no office or service: `known` are the ids of offices, and office/service. */
export function namesOfNobody({ spokenNames }: Vocabulary, known: ReadonlySet<string>): ContentProblem[] {
  return spokenNames.flatMap(({ language, words }) =>
    Object.keys(words)
      .filter((target) => !known.has(target))
      .map((target) => ({
        file: FILE,
        field: `spokenNames of ${language}`,
        message: `There is no office or service "${target}".`,
        remedy: 'Name a file of content/charters/ or content/services/ without its ending.',
      })),
  );
}
