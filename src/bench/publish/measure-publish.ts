import { fork, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gitIn } from '../../lib/git.ts';
import { reservePort } from '../../server/portal-server.ts';
import { contentOf } from '../build/content-of.ts';
import { toFigure, type Findings } from '../frame/figures.ts';
import type { BenchOptions, Part } from '../frame/part.ts';
import type { Said } from './portal-to-edit.ts';
import { pricesOf, tapToLive, type DeskOfPortal } from './tap-to-live.ts';

/** Edits are made to so many bodies, again and again, as a few busy desks would. */
const BODIES_EDITED = 10;
const EDITS_EACH_ROUND = 5;
/** So many prices are changed at the desk in each round: enough for a slowest twentieth. */
const TAPS_EACH_ROUND = 10;
/** Addresses that are compared byte by byte; of more pages than that, every so-manieth. */
const COMPARED_MAX = 3000;

/**
 * From commit to live page in a running portal, edit after edit, and from the tap on "Save and publish" at the desk to
 * the page that shows the new price; a restart after them; and how many addresses then differ
 * from those of a portal that was built anew from the same commit.
 */
export const measurePublish: Part = async (options) => {
  const figures: Findings['figures'] = {};
  for (const bodies of options.bodies) Object.assign(figures, await ofSize(bodies, options));
  return {
    notes: [
      `Edits of ${BODIES_EDITED} bodies in turn, ${EDITS_EACH_ROUND} a round; ${TAPS_EACH_ROUND} prices a round changed at the desk.`,
    ],
    figures,
  };
};

async function ofSize(bodies: number, options: BenchOptions): Promise<Findings['figures']> {
  const { cacheDir, rounds, tell } = options;
  const [edited, anew] = ['edited', 'anew'].map((name) => join(cacheDir, `publish-${bodies}-${name}`)) as [
    string,
    string,
  ];
  for (const folder of [edited, anew]) await rm(folder, { recursive: true, force: true });
  await clone(await contentOf(bodies, options), join(edited, 'repository'));
  const among = (await readdir(join(edited, 'repository', 'content', 'services'))).sort().slice(0, BODIES_EDITED);
  const portal = await open(edited, options, among);
  tell(`${bodies} bodies, first start ${portal.startSeconds.toFixed(1)} s`);
  const [seconds, searched]: [number[], number[]] = [[], []];
  for (let number = 0; number < rounds * EDITS_EACH_ROUND; number++) {
    const said = answer(portal.child);
    portal.child.send(number);
    const published = await said;
    if (!('seconds' in published)) throw new Error('The portal published nothing.');
    seconds.push(published.seconds);
    searched.push(published.searchedAfter);
    tell(`${bodies} bodies, ${published.path} live after ${published.seconds.toFixed(2)} s`);
  }
  const prices = await pricesOf(join(edited, 'repository'), among);
  const taps: number[] = [];
  for (let number = 0; prices.length > 0 && number < rounds * TAPS_EACH_ROUND; number++) {
    const price = prices[number % prices.length];
    if (!price) break;
    taps.push(await tapToLive(portal, price, number));
    tell(`${bodies} bodies, a price of ${price.agency} live ${taps.at(-1)?.toFixed(2)} s after the tap`);
  }
  await portal.stop();
  const again = await open(edited, options, among);
  const paths = await addressesOf(again.url);
  const found = await hashesOf(again.url, paths);
  await again.stop();
  await clone(join(edited, 'repository'), join(anew, 'repository'));
  const fresh = await open(anew, options, among);
  const wanted = await hashesOf(fresh.url, paths);
  await fresh.stop();
  const differing = paths.filter((path) => found.get(path) !== wanted.get(path));
  tell(`${bodies} bodies, ${differing.length} of ${paths.length} addresses differ: ${differing.slice(0, 5).join(' ')}`);
  return {
    [`publish-${bodies}`]: toFigure(seconds, 's'),
    [`tap-to-live-${bodies}`]: toFigure(taps, 's'),
    [`tap-to-live-p95-${bodies}`]: toFigure([slowestTwentieth(taps)], 's'),
    [`searched-after-${bodies}`]: toFigure(searched, 's'),
    [`publish-slowest-${bodies}`]: toFigure([Math.max(...seconds)], 's'),
    [`first-start-${bodies}`]: toFigure([portal.startSeconds, fresh.startSeconds], 's'),
    [`restart-${bodies}`]: toFigure([again.startSeconds], 's'),
    [`compared-${bodies}`]: toFigure([paths.length], 'pages'),
    [`differing-${bodies}`]: toFigure([differing.length], 'pages'),
  };
}

/** The time within which 19 of 20 lie, by the nearest rank. */
function slowestTwentieth(seconds: readonly number[]): number {
  const sorted = [...seconds].sort((a, b) => a - b);
  return sorted[Math.ceil(0.95 * sorted.length) - 1] ?? 0;
}

interface OpenPortal extends DeskOfPortal {
  child: ChildProcess;
  startSeconds: number;
  stop(): Promise<void>;
}

async function open(home: string, { repoDir }: BenchOptions, among: string[]): Promise<OpenPortal> {
  const port = await reservePort('127.0.0.1', 0);
  const places = ['repository', 'edition', 'data'].map((name) => join(home, name));
  const started = performance.now();
  const child = fork(join(import.meta.dirname, 'portal-to-edit.ts'), [repoDir, ...places, String(port), ...among]);
  const said = await answer(child);
  if (!('ready' in said)) throw new Error('The portal did not say that it serves.');
  return {
    child,
    siteUrl: said.siteUrl,
    cookie: said.cookie,
    url: `http://127.0.0.1:${port}`,
    startSeconds: (performance.now() - started) / 1000,
    async stop() {
      const ended = new Promise((done) => child.once('exit', done));
      child.disconnect();
      await ended;
    },
  };
}

function answer(child: ChildProcess): Promise<Said> {
  return new Promise((done, fail) => {
    const ended = (): void => fail(new Error('The portal ended before it had answered.'));
    child.once('exit', ended);
    child.once('message', (said: Said) => {
      child.off('exit', ended);
      if ('failed' in said) fail(new Error(said.failed));
      else done(said);
    });
  });
}

async function clone(from: string, to: string): Promise<void> {
  await gitIn(import.meta.dirname)(['-c', 'protocol.file.allow=always', 'clone', '--quiet', from, to]);
}

/** What visitors may ask for: the pages of the sitemap, some of them where they are many, feeds and the search. */
async function addressesOf(url: string): Promise<string[]> {
  const sitemap = await (await fetch(`${url}/sitemap.xml`)).text();
  const pages = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1] ?? '').pathname);
  const each = Math.ceil(pages.length / COMPARED_MAX);
  const further = ['/sitemap.xml', '/changes/feed.xml', '/search-index/manifest.json', '/search-index/words.json'];
  return [...pages.filter((_, index) => index % each === 0), ...further];
}

async function hashesOf(url: string, paths: readonly string[]): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  const waiting = paths.values();
  const ask = async (): Promise<void> => {
    for (const path of waiting) {
      const response = await fetch(`${url}${path}`);
      const bytes = Buffer.from(await response.arrayBuffer());
      hashes.set(path, `${response.status} ${createHash('sha256').update(bytes).digest('hex')}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, ask));
  return hashes;
}
