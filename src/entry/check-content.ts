import { resolve } from 'node:path';
import { loadEntries } from '../register/load.ts';
import { ContentError, formatProblem, type ContentProblem } from '../register/problem.ts';
import { loadVocabulary } from '../search/load-vocabulary.ts';

// npm run check:content [-- FOLDER]: exits 1 and prints file, line, field and remedy for each problem.
const folder = resolve(process.argv[2] ?? 'content');
const { entries, problems: inEntries } = await loadEntries(folder);
const problems = [...inEntries, ...(await inVocabulary())];
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

/** The words of the search are content too, though no collection. A content folder without them is told so by the build. */
async function inVocabulary(): Promise<ContentProblem[]> {
  try {
    await loadVocabulary(folder);
    return [];
  } catch (error) {
    return error instanceof ContentError ? error.problems : [];
  }
}
