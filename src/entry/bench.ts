import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureBuild } from '../bench/build/measure-build.ts';
import { figureInWords, figureLines, writeFigures } from '../bench/frame/figures.ts';
import { machineInWords, thisMachine } from '../bench/frame/machine.ts';
import type { Part } from '../bench/frame/part.ts';
import { measureIntake } from '../bench/intake/measure-intake.ts';
import { measurePages } from '../bench/pages/measure-pages.ts';
import { measurePublish } from '../bench/publish/measure-publish.ts';
import { measureSearch } from '../bench/search/measure-search.ts';
import { measureServe } from '../bench/serve/measure-serve.ts';
import { measureWeight } from '../bench/weight/measure-weight.ts';

// npm run bench [-- PART...]: measures the portal beside its peers, and writes what src/docs/scale.md quotes.
const parts: Record<string, Part> = {
  build: measureBuild,
  publish: measurePublish,
  weight: measureWeight,
  pages: measurePages,
  search: measureSearch,
  intake: measureIntake,
  serve: measureServe,
};
const usage = `npm run bench -- [PART...] [options]
  PART            ${Object.keys(parts).join(', ')}; all of them unless told
  --bodies N,N    sizes to measure, in public bodies; 75,300 unless told
  --rounds N      how often each contender is measured, in turns; 3 unless told
  --minutes N     watches the memory of the intake for so long, in place of its speed
  --url ADDRESS   a portal that runs, whose pages are measured in place of those of this code
  --as NAME       what the file of figures is called; the name of its part unless told
  --out FOLDER    where the files of figures go; src/docs/figures unless told
Peers are measured where they are installed (hugo, nginx, wrk), or installed into .cache/bench (Eleventy).`;

const repoDir = resolve(import.meta.dirname, '..', '..');
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    bodies: { type: 'string', default: '75,300' },
    rounds: { type: 'string', default: '3' },
    minutes: { type: 'string' },
    url: { type: 'string' },
    as: { type: 'string' },
    out: { type: 'string', default: join(repoDir, 'src', 'docs', 'figures') },
  },
});
const bodies = values.bodies.split(',').map(Number);
const rounds = Number(values.rounds);
const minutes = values.minutes === undefined ? undefined : Number(values.minutes);
const chosen = positionals.length > 0 ? positionals : Object.keys(parts);
if (
  ![...bodies, rounds, minutes ?? 1].every((number) => Number.isSafeInteger(number) && number > 0) ||
  chosen.some((part) => !parts[part])
) {
  console.error(usage);
  process.exit(1);
}
for (const part of chosen) {
  const machine = thisMachine();
  console.log(`${part}: ${machineInWords(machine)}`);
  const tell = (words: string): void => console.log(`  ${words}`);
  const measure = parts[part];
  if (!measure) continue;
  const { notes, figures } = await measure({
    repoDir,
    cacheDir: join(repoDir, '.cache', 'bench'),
    bodies,
    rounds,
    minutes,
    url: values.url,
    tell,
  });
  const date = new Date().toISOString().slice(0, 10);
  const command = `npm run bench -- ${part} --bodies ${values.bodies} --rounds ${rounds}`;
  const name = values.as ?? part;
  const path = await writeFigures(values.out, { part: name, date, command, machine, notes, figures });
  console.log([...notes.map((note) => `  ${note}`), ...figureLines(figures), `  written to ${path}`].join('\n'));
  const example = Object.entries(figures)[0];
  if (example) console.log(`  quoted as [${figureInWords(example[1])}](figures/${date}-${name}.json#${example[0]})\n`);
}
