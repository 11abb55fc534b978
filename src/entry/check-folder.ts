import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contentFolder, OFFICERS_FILE } from '../lib/content-place.ts';
import { checkReach } from '../register/check-reach.ts';
import { checkEncryptionKeys } from '../register/encryption-key.ts';
import { loadEntries } from '../register/load.ts';
import { readOfficerList, type KnownPlaces } from '../register/officer-list.ts';
import { ContentError, formatProblem, type ContentProblem } from '../register/problem.ts';
import type { LoadedEntries } from '../register/read-entry.ts';
import { CONTENT_SCHEMA } from '../schemas/portal.ts';
import { loadVocabulary, namesOfNobody } from '../search/load-vocabulary.ts';
import { checkTexts } from '../texts/check-texts.ts';

/** What the check of a content folder says. */
export interface CheckedFolder {
  /** Each problem with file, line, field and remedy, and at last their number; empty where there is none. */
  problems: string[];
  /** What was read, and what is no mistake but should be known. */
  notes: string[];
}

/**
 * Checks a content folder, by default the portal's own, and the texts of the interface, and says it all in words for
 * whoever edits them.
 */
export async function checkFolder(named: string | undefined): Promise<CheckedFolder> {
  const folder = contentFolder(named);
  const { entries, problems: inEntries } = await loadEntries(folder);
  const isRead = inEntries.length === 0;
  // A key that has expired since must not keep a portal from starting, so only this check says so.
  const inKeys = isRead ? await checkEncryptionKeys(entries, new Date()) : [];
  // Where charters could not be read, nobody can tell which agencies there are.
  const ids = (list: { id: string }[]): string[] => list.map(({ id }) => id);
  const places = { agencies: ids(entries.charters), jurisdictions: ids(entries.jurisdictions) };
  const inOfficers = await checkOfficers(folder, isRead ? places : undefined);
  const inWords = await checkVocabulary(folder, isRead ? entries : undefined);
  const texts = checkTexts();
  const problems = [...inEntries, ...inKeys, ...inWords, ...inOfficers, ...inTexts(texts)];
  const count = `${problems.length} problem${problems.length === 1 ? '' : 's'} found.`;
  return {
    problems: problems.length === 0 ? [] : [...problems.map((problem) => `${formatProblem(problem)}\n`), count],
    notes: [
      ...(problems.length === 0 ? [`The content is valid: ${countsOf(entries)}.`] : []),
      ...olderVersion(entries, named),
      // Where a file could not be read, what leads to a body may be in it.
      ...(isRead ? checkReach(entries).map(formatProblem) : []),
      ...texts.map(
        ({ language, missing }) =>
          `Texts in ${language}: ${missing.length === 0 ? 'complete' : `${missing.length} missing (${missing.join(', ')})`}.`,
      ),
    ],
  };
}

function countsOf(entries: LoadedEntries): string {
  return Object.entries(entries)
    .map(([name, list]) => `${list.length} ${name}`)
    .join(', ');
}

function olderVersion(entries: LoadedEntries, named: string | undefined): string[] {
  const version = entries.portal[0]?.data.schema;
  if (version === undefined || version >= CONTENT_SCHEMA) return [];
  return [
    `The content is of version ${version}, and this code's is ${CONTENT_SCHEMA}. What would change: npm run migrate:content -- ${named ? `${named} ` : ''}--dry-run`,
  ];
}

/** A text that is missing is said in English; one that cannot be read, or with other values, would break a page. */
function inTexts(texts: ReturnType<typeof checkTexts>): ContentProblem[] {
  return texts.flatMap(({ language, wrong }) =>
    wrong.map((message) => ({
      file: `src/texts/${language}`,
      message,
      remedy: 'See “Interface” in src/docs/translate.md.',
    })),
  );
}

/**
 * The words of the search are content too, though no collection. A content folder without them is told so by the build.
 * Without the entries, nobody can tell which offices there are.
 */
async function checkVocabulary(folder: string, entries: LoadedEntries | undefined): Promise<ContentProblem[]> {
  try {
    const vocabulary = await loadVocabulary(folder);
    if (!entries) return [];
    return namesOfNobody(vocabulary, new Set([...entries.charters, ...entries.services].map(({ id }) => id)));
  } catch (error) {
    return error instanceof ContentError ? error.problems : [];
  }
}

/** Who may edit which agency. A mistake there would keep every desk officer out. */
async function checkOfficers(folder: string, known: KnownPlaces | undefined): Promise<ContentProblem[]> {
  const text = await readFile(join(folder, OFFICERS_FILE), 'utf8').catch(() => undefined);
  return text === undefined ? [] : readOfficerList(`content/${OFFICERS_FILE}`, text, known).problems;
}
