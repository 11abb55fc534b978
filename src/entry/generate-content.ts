import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeContentRepository } from '../bench/content/content-repository.ts';
import { generateContent, writeContent } from '../bench/content/generate-content.ts';
import { randomFrom } from '../bench/content/random.ts';

// npm run generate:content -- FOLDER: makes valid content of any size, to measure and to try with.
const usage = `npm run generate:content -- FOLDER [options]
  FOLDER          where the content folder is written; it must be empty or not there yet
  --bodies N      how many public bodies; 300 unless told
  --seed N        another seed makes other content, the same seed the same; 1 unless told
  --commits N     makes FOLDER a git repository, content in FOLDER/content, with N edits, one commit each
  --from FOLDER   the content that the made-up content is modelled on; content/ unless told`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    bodies: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    commits: { type: 'string' },
    from: { type: 'string', default: join(import.meta.dirname, '..', '..', 'content') },
  },
});
const [folder, ...others] = positionals;
const [bodies, seed, commits] = [Number(values.bodies), Number(values.seed), Number(values.commits ?? 0)];
if (!folder || others.length > 0 || ![bodies, seed, commits].every((number) => Number.isSafeInteger(number))) {
  console.error(usage);
  process.exit(1);
}
if ((await readdir(folder).catch(() => [])).length > 0) {
  console.error(`${folder} is not empty. Name another folder, or remove it first.`);
  process.exit(1);
}
const made = await generateContent({ patternDir: resolve(values.from), bodies, seed });
if (values.commits === undefined) await writeContent(made.files, folder);
else await writeContentRepository(made.files, folder, { commits, random: randomFrom(seed, 'edits') });
console.log(
  `${made.bodies} bodies with ${made.services} services in ${values.commits === undefined ? folder : join(folder, 'content')}.`,
);
