import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadRegister } from '../../register/load.ts';
import { buildSearchIndex } from '../../search/build-index.ts';
import { createSearch } from '../../search/create-search.ts';
import { loadFromMemory } from '../../search/load-files.ts';
import { loadVocabulary } from '../../search/load-vocabulary.ts';
import { measureBytes } from '../../search/measure/bytes.ts';
import { parseTestQueries, quantile, type TestQuery } from '../../search/measure/metrics.ts';
import { searchScriptBytes } from '../../search/measure/script-size.ts';
import { contentOf } from '../build/content-of.ts';
import { toFigure, type Findings } from '../frame/figures.ts';
import type { Part } from '../frame/part.ts';
import { inTurns, median } from '../frame/rounds.ts';

/** The most that a first search may take on a cold phone, scripts included. */
const FIRST_BYTES_MAX = 120_000;

/**
 * What a first and a following search fetch, and how long the first answer takes once its files are there, over an index
 * of each size. A first search that takes more bytes than it may is noted.
 */
export const measureSearch: Part = async (options) => {
  const found: Findings = { notes: ['Bytes are gzip, file by file; times are without the network.'], figures: {} };
  const queries = parseTestQueries(
    await readFile(join(options.repoDir, 'tests', 'search', 'fixtures', 'everyday-seen.json'), 'utf8'),
  );
  const script = await searchScriptBytes();
  for (const bodies of options.bodies) {
    const contentDir = join(await contentOf(bodies, options), 'content');
    const [register, vocabulary] = await Promise.all([loadRegister(contentDir), loadVocabulary(contentDir)]);
    const countryOf = ({ country }: TestQuery): string | undefined =>
      [...register.jurisdictions.values()].find(
        ({ data }) => data.name === country || data.code === country?.toUpperCase(),
      )?.id;
    let files = new Map<string, string>();
    const runs = await inTurns(
      [
        () => {
          const started = performance.now();
          files = buildSearchIndex(register, vocabulary);
          return Promise.resolve({ index: performance.now() - started });
        },
        async () => ({ answer: await firstAnswer(files, queries, countryOf) }),
      ],
      options.rounds,
      (words) => options.tell(`${bodies} bodies, ${words}`),
    );
    const { first, following } = await measureBytes(files, queries, countryOf);
    const withScript = first.map((bytes) => bytes + script);
    const limit = { to: 'limit of a first search', runs: [FIRST_BYTES_MAX] };
    const bytesOfAll = [...files.values()].reduce((sum, text) => sum + gzipSync(text).length, 0);
    Object.assign(found.figures, {
      [`index-${bodies}`]: toFigure(runs.get('index') ?? [], 'ms'),
      [`index-bytes-${bodies}`]: toFigure([bytesOfAll], 'bytes'),
      [`first-answer-${bodies}`]: toFigure(runs.get('answer') ?? [], 'ms'),
      [`first-bytes-${bodies}`]: toFigure([median(withScript)], 'bytes', limit),
      [`first-bytes-most-${bodies}`]: toFigure([Math.max(...withScript)], 'bytes', limit),
      [`following-bytes-${bodies}`]: toFigure([quantile(following, 0.5)], 'bytes'),
    });
    if (Math.max(...withScript) > FIRST_BYTES_MAX)
      found.notes.push(`A first search over ${bodies} bodies takes more than ${FIRST_BYTES_MAX} bytes.`);
  }
  return found;
};

/** Milliseconds until the first answer of a visit, the median of all queries, each with a search of its own. */
async function firstAnswer(
  files: Map<string, string>,
  queries: TestQuery[],
  countryOf: (query: TestQuery) => string | undefined,
): Promise<number> {
  const load = loadFromMemory(files);
  const times: number[] = [];
  for (const query of queries) {
    const started = performance.now();
    await createSearch({ load }).query(query.q, { language: 'en', country: countryOf(query) });
    times.push(performance.now() - started);
  }
  return median(times);
}
