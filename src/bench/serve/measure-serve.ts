import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentOf } from '../build/content-of.ts';
import { editionOf } from '../build/edition-of.ts';
import { toFigure, type Findings } from '../frame/figures.ts';
import type { Part } from '../frame/part.ts';
import { startPostgres } from '../frame/postgres-server.ts';
import { inTurns, type Contender } from '../frame/rounds.ts';
import { askFor, clientInWords } from './load.ts';
import { startBareServer, startNginx, startPortalProcess, type RunningServer } from './servers.ts';

const PAGE = '/ng/nis/';
const SECONDS = 4;

/** A static page of the portal, beside nginx over the same files and beside bare node:http with the same bytes. */
export const measureServe: Part = async (options) => {
  const bodies = Math.max(75, options.bodies[0] ?? 75);
  const content = await contentOf(bodies, options);
  const { outDir } = await editionOf(bodies, options);
  const client = join(outDir, 'client');
  const dataDir = await mkdtemp(join(tmpdir(), 'opencharter-bench-'));
  const postgres = await startPostgres();
  const servers = new Map<string, RunningServer>();
  const notes = [
    `Asked by ${await clientInWords()}, ${SECONDS} s each, all on one machine; ${PAGE} with gzip.`,
    '"portal" is one process and "portal-two" are two on one port; nginx has a worker for each core.',
  ];
  try {
    const places = { repoDir: options.repoDir, content, outDir, dataDir };
    servers.set('portal', await startPortalProcess(places, PAGE));
    const several = { processes: 2, database: await postgres.createDatabase() };
    servers.set('portal-two', await startPortalProcess(places, PAGE, several));
    servers.set('bare', await startBareServer(client, PAGE, options.cacheDir));
    const nginx = await startNginx(client, PAGE, options.cacheDir);
    if (nginx) servers.set('nginx', nginx);
    else notes.push('nginx is not installed (Debian: apt-get install nginx-light).');
    const contenders = [...servers].map(([name, { url }]): Contender => async () => {
      const { perSecond, p99 } = await askFor(url, SECONDS);
      return { [name]: perSecond, [`${name} p99`]: p99 };
    });
    // Once for nothing, so that all of them are warm.
    for (const { url } of servers.values()) await askFor(url, 1);
    const runs = await inTurns(contenders, options.rounds, options.tell);
    const against = nginx ? 'nginx' : 'bare';
    const figures: Findings['figures'] = {};
    for (const name of servers.keys()) {
      const peer = name.startsWith('portal') ? { to: against, runs: runs.get(against) } : undefined;
      figures[name] = toFigure(runs.get(name) ?? [], '/s', peer);
      figures[`${name}-p99`] = toFigure(runs.get(`${name} p99`) ?? [], 'ms');
    }
    figures['portal-to-bare'] = toFigure(runs.get('portal') ?? [], '/s', { to: 'bare', runs: runs.get('bare') });
    return { notes, figures };
  } finally {
    await Promise.all([...servers.values()].map((server) => server.stop()));
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
};
