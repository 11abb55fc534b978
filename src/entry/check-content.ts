import { checkFolder } from './check-folder.ts';

// npm run check:content [-- FOLDER]: exits 1 and prints file, line, field and remedy for each problem.
const { problems, notes } = await checkFolder(process.argv[2]);
for (const problem of problems) console.error(problem);
for (const note of notes) console.log(note);
if (problems.length > 0) process.exitCode = 1;
