import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { toFigure, type Findings } from '../frame/figures.ts';
import type { BenchOptions, Part } from '../frame/part.ts';
import { inTurns, type Contender } from '../frame/rounds.ts';
import { buildEdition } from './edition-of.ts';
import { eleventy, hugo, onlyWriting, type Peer } from './peers.ts';

/**
 * A full build with search, validation and compression, beside only writing the pages and beside generators of others
 * that build as many pages of the same size.
 */
export const measureBuild: Part = async (options) => {
  const found: Findings = { notes: [], figures: {} };
  for (const bodies of options.bodies) {
    const { notes, figures } = await ofSize(bodies, options);
    found.notes.push(...notes.filter((note) => !found.notes.includes(note)));
    Object.assign(found.figures, figures);
  }
  return found;
};

async function ofSize(bodies: number, options: BenchOptions): Promise<Findings> {
  const notes = new Set<string>();
  let site = { pages: 0, bytesEach: 0 };
  let client = '';
  const portal: Contender = async () => {
    const { outDir, built } = await buildEdition(bodies, options);
    client = join(outDir, 'client');
    site = await sizeOf(client);
    return { portal: built.seconds, ...memory('portal', built.peakMegabytes) };
  };
  const peer =
    (name: string, build: Peer): Contender =>
    async () => {
      const result = await build(site, options.cacheDir);
      if (!('missing' in result)) return { [name]: result.seconds, ...memory(name, result.peakMegabytes) };
      notes.add(result.missing);
      return {};
    };
  const writing: Contender = async () => ({ writing: await onlyWriting(client, options.cacheDir) });
  const runs = await inTurns(
    [portal, writing, peer('hugo', hugo), peer('eleventy', eleventy)],
    options.rounds,
    (words) => options.tell(`${bodies} bodies, ${words}`),
  );
  const perPage = (name: string): number[] | undefined =>
    runs.get(name)?.map((seconds) => (seconds * 1000) / site.pages);
  const compared = perPage('hugo') ? 'hugo' : perPage('eleventy') ? 'eleventy' : 'writing';
  const figures: Findings['figures'] = { [`pages-${bodies}`]: toFigure([site.pages], 'pages') };
  for (const name of ['portal', 'writing', 'hugo', 'eleventy']) {
    const times = perPage(name);
    const against = name === 'portal' ? { to: `${compared}-${bodies}`, runs: perPage(compared) } : undefined;
    if (times) figures[`${name}-${bodies}`] = toFigure(times, 'ms/page', against);
    const peaks = runs.get(`${name} memory`);
    if (peaks) figures[`${name}-memory-${bodies}`] = toFigure(peaks, 'MB');
  }
  figures[`portal-seconds-${bodies}`] = toFigure(runs.get('portal') ?? [], 's');
  return { notes: [...notes], figures };
}

function memory(name: string, peakMegabytes: number | undefined): Record<string, number> {
  return peakMegabytes === undefined ? {} : { [`${name} memory`]: peakMegabytes };
}

async function sizeOf(client: string): Promise<{ pages: number; bytesEach: number }> {
  const names = (await readdir(client, { recursive: true })).filter((name) => name.endsWith('.html'));
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(client, name))).size));
  return { pages: names.length, bytesEach: sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, names.length) };
}
