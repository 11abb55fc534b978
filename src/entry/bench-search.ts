import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadRegister } from '../register/load.ts';
import { buildSearchIndex } from '../search/build-index.ts';
import { loadVocabulary } from '../search/load-vocabulary.ts';
import { kilobytes, measureBytes, spread } from '../search/measure/bytes.ts';
import { growRegister } from '../search/measure/grow.ts';
import { parseTestQueries, type TestQuery } from '../search/measure/metrics.ts';
import { searchScriptBytes } from '../search/measure/script-size.ts';

/*
 * npm run bench:search [-- QUERIES.json]
 * Prints what a first and a following search fetch, with the shipped content and with 1,000 agencies. The most that a
 * first search may take on a cold phone, scripts included, is 120 kB; exits 1 when one takes more.
 */
const FIRST_BYTES_MAX = 120_000;
const AGENCIES_LARGE = 1000;
const repoDir = resolve(import.meta.dirname, '..', '..');
const queries = parseTestQueries(
  await readFile(process.argv[2] ?? resolve(repoDir, 'tests/search/fixtures/everyday-seen.json'), 'utf8'),
);
const contentDir = resolve(repoDir, 'content');
const [shipped, vocabulary, script] = await Promise.all([
  loadRegister(contentDir),
  loadVocabulary(contentDir),
  searchScriptBytes(),
]);
const countryOf = ({ country }: TestQuery): string | undefined =>
  [...shipped.jurisdictions.values()].find(({ data }) => data.name === country || data.code === country?.toUpperCase())
    ?.id;
console.log(`${queries.length} queries; script ${kilobytes(script)}; sizes are gzip, file by file\n`);

for (const register of [shipped, growRegister(shipped, AGENCIES_LARGE)]) {
  const started = performance.now();
  const files = buildSearchIndex(register, vocabulary);
  const seconds = (performance.now() - started) / 1000;
  const sizes = [...files.values()].map((text) => gzipSync(text).length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const pages = [...register.agencies.values()].reduce((sum, agency) => sum + 1 + agency.services.length, 0);
  const { first, following } = await measureBytes(files, queries, countryOf);
  const withScript = first.map((bytes) => bytes + script);
  console.log(
    `${register.agencies.size} agencies, ${pages} pages: ${files.size} files, ${kilobytes(total)}, built in ${seconds.toFixed(1)} s`,
  );
  console.log(`  first search with script   ${spread(withScript)}`);
  console.log(`  following search           ${spread(following)}\n`);
  if (Math.max(...withScript) > FIRST_BYTES_MAX) {
    console.error(
      `A first search takes more than ${kilobytes(FIRST_BYTES_MAX)}. Look for terms with long postings or a larger script.`,
    );
    process.exitCode = 1;
  }
}
