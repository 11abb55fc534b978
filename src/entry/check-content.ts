import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contentFolder, OFFICERS_FILE } from '../lib/content-place.ts';
import { nearest } from '../lib/edit-distance.ts';
import { checkEncryptionKeys } from '../register/encryption-key.ts';
import { loadEntries } from '../register/load.ts';
import { readOfficerList } from '../register/officer-list.ts';
import { ContentError, formatProblem, type ContentProblem } from '../register/problem.ts';
import { CONTENT_SCHEMA } from '../schemas/portal.ts';
import { loadVocabulary, namesOfNobody } from '../search/load-vocabulary.ts';
import { checkTexts } from '../texts/check-texts.ts';

// npm run check:content [-- FOLDER]: exits 1 and prints file, line, field and remedy for each problem.
const folder = contentFolder(process.argv[2]);
const { entries, problems: inEntries } = await loadEntries(folder);
// A key that has expired since must not keep a portal from starting, so only this check says so.
const inKeys = inEntries.length > 0 ? [] : await checkEncryptionKeys(entries, new Date());
const texts = checkTexts();
const problems = [...inEntries, ...inKeys, ...(await inVocabulary()), ...(await inOfficers()), ...inTexts()];
for (const problem of problems) console.error(`${formatProblem(problem)}\n`);
const counts = Object.entries(entries)
  .map(([name, list]) => `${list.length} ${name}`)
  .join(', ');
if (problems.length > 0) {
  console.error(`${problems.length} problem${problems.length === 1 ? '' : 's'} found.`);
  process.exitCode = 1;
} else {
  console.log(`The content is valid: ${counts}.`);
}
const version = entries.portal[0]?.data.schema;
if (version !== undefined && version < CONTENT_SCHEMA)
  console.log(
    `The content is of version ${version}, and this code's is ${CONTENT_SCHEMA}. What would change: npm run migrate:content -- ${process.argv[2] ? `${process.argv[2]} ` : ''}--dry-run`,
  );
for (const { language, missing } of texts)
  console.log(
    `Texts in ${language}: ${missing.length === 0 ? 'complete' : `${missing.length} missing (${missing.join(', ')})`}.`,
  );

/** A text that is missing is said in English; one that cannot be read, or with other values, would break a page. */
function inTexts(): ContentProblem[] {
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
 */
async function inVocabulary(): Promise<ContentProblem[]> {
  try {
    const vocabulary = await loadVocabulary(folder);
    // Where entries could not be read, nobody can tell which offices there are.
    return inEntries.length > 0
      ? []
      : namesOfNobody(vocabulary, new Set([...entries.charters, ...entries.services].map(({ id }) => id)));
  } catch (error) {
    return error instanceof ContentError ? error.problems : [];
  }
}

/** Who may edit which agency. A mistake there would keep every desk officer out. */
async function inOfficers(): Promise<ContentProblem[]> {
  const text = await readFile(join(folder, OFFICERS_FILE), 'utf8').catch(() => undefined);
  if (text === undefined) return [];
  const file = `content/${OFFICERS_FILE}`;
  const { officers = [], problems: found } = readOfficerList(file, text);
  const agencies = entries.charters.map((charter) => charter.id);
  // Where charters could not be read, nobody can tell which agencies there are.
  if (inEntries.length > 0) return found;
  const unknown = officers.flatMap((officer) =>
    officer.agencies.filter((id) => !agencies.includes(id)).map((id) => ({ officer, id })),
  );
  return [
    ...found,
    ...unknown.map(({ officer, id }) => {
      const guess = nearest(id, agencies);
      return {
        file,
        field: `agencies of ${officer.name}`,
        message: `There is no agency "${id}".`,
        remedy: guess ? `Did you mean "${guess}"?` : 'Name a file of content/charters/ without its ending.',
      };
    }),
  ];
}
