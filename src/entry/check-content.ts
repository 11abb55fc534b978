import { resolve } from 'node:path';
import { loadEntries } from '../register/load.ts';
import { formatProblem } from '../register/problem.ts';

// npm run check:content [-- FOLDER]: exits 1 and prints file, line, field and remedy for each problem.
const folder = resolve(process.argv[2] ?? 'content');
const { entries, problems } = await loadEntries(folder);
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
