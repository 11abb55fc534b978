import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { contentFolder } from '../lib/content-place.ts';
import { loadEntries } from '../register/load.ts';
import { buildRegister, type EntriesByCollection } from '../register/register.ts';
import { buildSearchIndex } from '../search/build-index.ts';
import { createSearch } from '../search/create-search.ts';
import { searchEntities } from '../search/documents.ts';
import { readFeedback } from '../search/feedback/feedback.ts';
import { fixtureCandidates, misroutes } from '../search/feedback/misroutes.ts';
import { loadFromMemory } from '../search/load-files.ts';
import { loadVocabulary } from '../search/load-vocabulary.ts';
import { kilobytes, measureBytes, spread } from '../search/measure/bytes.ts';
import {
  judge,
  parseTestQueries,
  quantile,
  summarise,
  type QueryOutcome,
  type TestQuery,
} from '../search/measure/metrics.ts';
import { peerDocuments, type PeerFactory } from '../search/measure/peer.ts';
import { peers } from '../search/measure/peers.ts';
import { reportFit, reportPeer, reportSets } from '../search/measure/report-sets.ts';
import { searchScriptBytes } from '../search/measure/script-size.ts';
import { assessSets, countryOf, readSets } from '../search/measure/sets.ts';
import { measurePeer } from '../search/measure/threshold.ts';
import { IndexStore } from '../search/store.ts';

/*
 * npm run eval:search -- FILE.json [--verbose] [--content FOLDER]
 * Measures the search through the index that is published and the code that the page runs.
 * npm run eval:search -- --sets [FOLDER] [--fit] [--peers]
 * Three figures for each set of a folder, and how far the chances that are claimed can be trusted; with --fit the weights
 * of src/search/chance.ts, fitted again, with --peers what other engines reach on the unseen sets. The misses of the sets
 * "unseen" are not printed: they must stay unseen.
 * npm run eval:search -- --from-feedback [FEEDBACK.jsonl]
 * Prints what visitors called the wrong place, as candidates for such a file: an editor fills in "expect".
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    verbose: { type: 'boolean', default: false },
    content: { type: 'string' },
    sets: { type: 'boolean', default: false },
    fit: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: false },
    'from-feedback': { type: 'boolean', default: false },
  },
});
const [file] = positionals;
if (values['from-feedback']) {
  console.log(
    fixtureCandidates(
      misroutes(await readFeedback(file ?? join(process.env.OPENCHARTER_DATA_DIR ?? '.data', 'feedback.jsonl'))),
    ),
  );
  process.exit();
}
if (!file && !values.sets) {
  console.error('Name a file of test queries: npm run eval:search -- FILE.json [--verbose] [--content FOLDER]');
  process.exit(2);
}
const contentDir = contentFolder(values.content);
const { entries, problems } = await loadEntries(contentDir);
if (problems.length > 0)
  console.error(
    `${problems.length} problems in the content; files with problems are left out. See npm run check:content.`,
  );
const register = buildRegister(entries as EntriesByCollection);
const vocabulary = await loadVocabulary(contentDir);
const files = buildSearchIndex(register, vocabulary);
const load = loadFromMemory(files);
if (values.sets || !file) {
  const sets = await readSets(file ?? 'tests/search/fixtures');
  const entities = searchEntities(register, vocabulary.spokenNames);
  const assessed = await assessSets(sets, new IndexStore(load), entities, register);
  for (const line of [...reportSets(assessed), ...(values.fit ? ['', ...reportFit(assessed)] : [])]) console.log(line);
  if (values.peers) {
    console.log('\nother engines, given the same pages: all unseen');
    for (const make of peers) {
      const peer = await make(...pagesForPeers());
      for (const line of reportPeer(peer.name, await measurePeer(peer, sets, register))) console.log(line);
      await peer.close();
    }
  }
  process.exit();
}
const queries = parseTestQueries(await readFile(file, 'utf8'));

const ours = await measureOurs(queries);
const asked = `${queries.length} queries, ${register.agencies.size} agencies, ${[...register.agencies.values()].reduce((total, agency) => total + agency.services.length, 0)} services`;
console.log(`${asked}\n`);
report('OpenCharter', ours.outcomes);
reportHonesty(ours.outcomes);
const missing = [...new Set(queries.flatMap((query) => query.expect))].filter((id) => !register.agencies.has(id));
if (missing.length > 0) console.log(`  Expected but not in the content: ${missing.join(', ')}`);
printFailures(ours.outcomes);
await printBytes();
console.log(
  `  latency, index in memory: median ${quantile(ours.latenciesMs, 0.5).toFixed(2)} ms, p95 ${quantile(ours.latenciesMs, 0.95).toFixed(2)} ms\n`,
);
await measurePeers();

async function measureOurs(list: TestQuery[]): Promise<{ outcomes: QueryOutcome[]; latenciesMs: number[] }> {
  const search = createSearch({ load });
  const outcomes: QueryOutcome[] = [];
  for (const query of list) {
    const { results, confidence } = await search.query(query.q, {
      language: 'en',
      country: countryOf(register, query),
    });
    outcomes.push(
      judge(
        query,
        results.map((result) => result.card.id),
        confidence === 'sure',
      ),
    );
  }
  const latenciesMs: number[] = [];
  for (let round = 0; round < 5; round++) {
    for (const query of list) {
      const start = performance.now();
      await search.query(query.q, { language: 'en', country: countryOf(register, query) });
      latenciesMs.push(performance.now() - start);
    }
  }
  return { outcomes, latenciesMs };
}

async function printBytes(): Promise<void> {
  const script = await searchScriptBytes();
  const { first, following } = await measureBytes(files, queries, (query) => countryOf(register, query));
  console.log(
    `  bytes, first search with its ${kilobytes(script)} of script: ${spread(first.map((bytes) => bytes + script))}`,
  );
  console.log(`  bytes, following search: ${spread(following)}`);
  const sizes = [...files.values()].map((text) => gzipSync(text).length);
  console.log(
    `  index: ${files.size} files, ${kilobytes(sizes.reduce((total, size) => total + size, 0))}, largest ${kilobytes(Math.max(...sizes))}`,
  );
}

/** The pages as other engines get them, and the words that ours ignores. */
function pagesForPeers(): Parameters<PeerFactory> {
  return [
    peerDocuments(searchEntities(register, vocabulary.spokenNames)),
    new Set(Object.values(vocabulary.stopWords).flat()),
  ];
}

async function measurePeers(): Promise<void> {
  for (const make of peers) {
    const peer = await make(...pagesForPeers());
    const outcomes: QueryOutcome[] = [];
    const latencies: number[] = [];
    for (const query of queries) {
      const start = performance.now();
      outcomes.push(judge(query, await peer.search(query.q, countryOf(register, query))));
      latencies.push(performance.now() - start);
    }
    report(peer.name, outcomes);
    if (peer.bytes)
      console.log(
        `  bytes, first search: ${kilobytes(peer.bytes.first)}; following: mean ${kilobytes(peer.bytes.following)}`,
      );
    console.log(
      `  latency: median ${quantile(latencies, 0.5).toFixed(2)} ms, p95 ${quantile(latencies, 0.95).toFixed(2)} ms\n`,
    );
    await peer.close();
  }
}

function report(name: string, outcomes: QueryOutcome[]): void {
  const { successAt1, successAt3, meanReciprocalRank } = summarise(outcomes);
  console.log(
    `${name}: success@1 ${successAt1.toFixed(3)}  success@3 ${successAt3.toFixed(3)}  MRR ${meanReciprocalRank.toFixed(3)}`,
  );
}

function reportHonesty(outcomes: QueryOutcome[]): void {
  const { rightWhenSure, sure, rightFirst, rightlyNothing } = summarise(outcomes);
  const nothing = outcomes.some(({ query }) => query.expect.length === 0)
    ? `, rightly found nothing ${rightlyNothing.toFixed(3)}`
    : '';
  console.log(
    `  right when sure ${rightWhenSure.toFixed(3)} (sure of ${(100 * sure).toFixed(0)} %), right first ${rightFirst.toFixed(3)}${nothing}`,
  );
}

function printFailures(outcomes: QueryOutcome[]): void {
  for (const { query, found, place } of outcomes) {
    if (place === 1 && !values.verbose) continue;
    const mark = place === 1 ? 'ok' : place === 0 || place > 3 ? 'MISSED' : `place ${place}`;
    console.log(
      `  ${mark.padEnd(8)} ${query.q}  [${query.country ?? 'any country'}] expected ${query.expect.join(' or ')}; found ${found.slice(0, 3).join(', ') || 'nothing'}`,
    );
  }
}
