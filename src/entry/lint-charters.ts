import { parseArgs } from 'node:util';
import { contentFolder } from '../lib/content-place.ts';
import { gradeAll, totalCounts } from '../quality/grade.ts';
import { gradeAsJson, gradeAsText, totalsAsText } from '../quality/print.ts';
import { loadRegister } from '../register/load.ts';
import { ContentError } from '../register/problem.ts';

// npm run lint:charters [-- AGENCY… --json --min-score N --content FOLDER]: what each published charter still lacks.
// Exits 1 on an error in a charter (a dead reference, a figure without source), a score under the minimum, or invalid
// content; 2 on wrong use.
const usage = 'Use: npm run lint:charters [-- AGENCY… --json --min-score N --content FOLDER]';

function readArguments(): { agencies: string[]; json: boolean; minimum: number; folder: string } | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        'min-score': { type: 'string', default: '0' },
        content: { type: 'string' },
      },
    });
    const minimum = Number(values['min-score']);
    if (!(minimum >= 0 && minimum <= 100))
      throw new Error(`--min-score takes a number from 0 to 100, not "${values['min-score']}".`);
    return { agencies: positionals, json: values.json, minimum, folder: contentFolder(values.content) };
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`);
    process.exitCode = 2;
    return undefined;
  }
}

async function main({ agencies, json, minimum, folder }: NonNullable<ReturnType<typeof readArguments>>): Promise<void> {
  const register = await loadRegister(folder);
  const unknown = agencies.filter((id) => !register.agencies.has(id));
  if (unknown.length > 0) {
    console.error(`There is no charter ${unknown.map((id) => `"${id}"`).join(', ')} in ${folder}/charters.\n${usage}`);
    process.exitCode = 2;
    return;
  }
  const grades = gradeAll(register, new Date()).filter(
    ({ agency }) => agencies.length === 0 || agencies.includes(agency.id),
  );
  const stubs = [...register.agencies.values()]
    .filter(({ id, data }) => data.completeness === 'stub' && (agencies.length === 0 || agencies.includes(id)))
    .map(({ id }) => id);
  const failed = grades.filter((grade) => grade.score < minimum || grade.errors > 0);
  if (json)
    console.log(
      JSON.stringify({ totals: totalCounts(grades), stubs, charters: grades.map(gradeAsJson) }, undefined, 2),
    );
  else {
    for (const grade of grades) console.log(`${gradeAsText(grade)}\n`);
    console.log(totalsAsText(totalCounts(grades), grades));
    if (stubs.length > 0) console.log(`Not described yet, and not graded: ${stubs.join(', ')}.`);
  }
  for (const { agency, score, errors } of failed) {
    console.error(
      `${agency.id}: ${errors > 0 ? `${errors} error${errors === 1 ? '' : 's'} to mend` : `score ${score} is under ${minimum}`}`,
    );
  }
  if (failed.length > 0) process.exitCode = 1;
}

const options = readArguments();
if (options) {
  try {
    await main(options);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    console.error(`${error.message}\n\nRun "npm run check:content" until the content is valid, then again.`);
    process.exitCode = 1;
  }
}
