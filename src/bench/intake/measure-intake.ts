import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadRegister } from '../../register/load.ts';
import { toFigure, type Findings } from '../frame/figures.ts';
import type { Part } from '../frame/part.ts';
import { startPostgres } from '../frame/postgres-server.ts';
import { inTurns } from '../frame/rounds.ts';
import { insertsAlone } from './inserts.ts';
import type { LoadReport } from './load.ts';
import type { Usage } from './server.ts';

const CONNECTIONS = 64;
const SECONDS = 4;
/** Long enough to fill what is remembered, so that memory is measured where it stays. */
const WARM_UP_SECONDS = 4;
/**
 * `bare`: a handler with one durable insert for each request. `grouped`: the same, whose inserts share commits.
 * `grouped-two`: the same for the two posts of a citizen, of which the second is inserted.
 * `intake`: both posts of a citizen with limits, validation, case, event and outbox. `page`: the same, and the case read
 * back for its page.
 */
const kinds = ['bare', 'grouped', 'grouped-two', 'intake', 'page'] as const;
type Kind = (typeof kinds)[number];
/** How many processes share the port and a PostgreSQL. */
const onPostgres: Record<string, number> = { postgres: 1, 'postgres-two': 2 };

interface Measured extends LoadReport {
  before: Usage;
  after: Usage;
  databaseBytes: number;
}

/**
 * The intake, whose first post is checked and whose second is durable, beside bare handlers with one durable insert for
 * each request, whose inserts share commits or not. About half a minute a round. With minutes, how much memory it holds,
 * once a minute under that load.
 */
export const measureIntake: Part = async ({ repoDir, rounds, minutes, tell }) => {
  const register = await loadRegister(join(repoDir, 'content'));
  const agency = [...register.agencies.values()].find(({ data }) =>
    data.contacts.some(({ emails }) => emails.length > 0),
  );
  if (!agency) throw new Error('No agency has an e-mail address; there is nobody to complain to.');
  if (minutes !== undefined) return watchMemory(minutes, agency.id, tell);
  const contenders = kinds.map((kind) => async () => inNumbers(kind, await measure(kind, agency.id)));
  const postgres = await startPostgres({ durable: true });
  const shared = Object.entries(onPostgres).map(
    ([name, processes]) =>
      async () =>
        inNumbers(name, await measureOnPostgres(await postgres.createDatabase(), processes, agency.id)),
  );
  const runs = await inTurns(
    [...contenders, ...shared, () => Promise.resolve(inNumbersOfInserts())],
    rounds,
    tell,
  ).finally(() => postgres.stop());
  const figures: Findings['figures'] = {
    'durable-insert': toFigure(runs.get('insert') ?? [], 'ms'),
    'grouped-inserts': toFigure(runs.get('inserts') ?? [], '/s'),
  };
  for (const kind of kinds) {
    const against = kind === 'bare' ? undefined : { to: 'grouped', runs: runs.get('grouped') };
    figures[kind] = toFigure(runs.get(kind) ?? [], '/s', against);
    for (const name of ['p50', 'p99', 'processor'])
      figures[`${kind}-${name}`] = toFigure(runs.get(`${kind} ${name}`) ?? [], 'ms');
    for (const name of ['memory-before', 'memory-after'])
      figures[`${kind}-${name}`] = toFigure(runs.get(`${kind} ${name}`) ?? [], 'MB');
  }
  for (const name of Object.keys(onPostgres)) {
    const against = { to: 'postgres', runs: runs.get('postgres') };
    figures[name] = toFigure(runs.get(name) ?? [], '/s', name === 'postgres' ? undefined : against);
    for (const time of ['p50', 'p99']) figures[`${name}-${time}`] = toFigure(runs.get(`${name} ${time}`) ?? [], 'ms');
  }
  for (const peer of ['bare', 'grouped-two'])
    figures[`intake-to-${peer}`] = toFigure(runs.get('intake') ?? [], '/s', { to: peer, runs: runs.get(peer) });
  figures['intake-to-inserts'] = toFigure(runs.get('intake') ?? [], '/s', {
    to: 'grouped-inserts',
    runs: runs.get('inserts'),
  });
  const notTaken = [...kinds, ...Object.keys(onPostgres)].filter((kind) =>
    runs.get(`${kind} refused`)?.some((count) => count > 0),
  );
  return {
    notes: [
      `${CONNECTIONS} connections, ${SECONDS} s each after ${WARM_UP_SECONDS} s, SQLite with synchronous=FULL.`,
      '"grouped-two" answers the first of two posts with a key and inserts the second; "grouped-inserts" are 64 to a commit without a server.',
      '"postgres" and "postgres-two" are the intake on PostgreSQL, with fsync, in one process and in two on one port.',
      ...notTaken.map((kind) => `Some submissions to "${kind}" were not taken.`),
    ],
    figures,
  };
};

function inNumbersOfInserts(): Record<string, number> {
  const { alone, grouped } = insertsAlone();
  return { insert: alone, inserts: grouped };
}

function inNumbers(kind: string, one: Measured): Record<string, number> {
  return {
    [kind]: one.answered / one.seconds,
    [`${kind} p50`]: one.p50,
    [`${kind} p99`]: one.p99,
    [`${kind} refused`]: one.refused,
    [`${kind} processor`]: (one.after.cpuMicroseconds - one.before.cpuMicroseconds) / 1000 / one.answered,
    [`${kind} memory-before`]: one.before.memoryBytes / 1e6,
    [`${kind} memory-after`]: one.after.memoryBytes / 1e6,
  };
}

function measure(kind: Kind, agency: string): Promise<Measured> {
  return served(kind, async (server, port, database) => {
    await load(port, WARM_UP_SECONDS, agency);
    const before = await usage(server);
    const loaded = await load(port, SECONDS, agency);
    return { ...loaded, before, after: await usage(server), databaseBytes: statSync(database).size };
  });
}

/** The same on PostgreSQL. What its processes hold and use is not looked at. */
async function measureOnPostgres(database: string, processes: number, agency: string): Promise<Measured> {
  const server = fork(join(import.meta.dirname, 'server.ts'), ['intake', database, String(processes)]);
  const nothing: Usage = { memoryBytes: 0, heapBytes: 0, cpuMicroseconds: 0 };
  try {
    const port = await message<number>(server);
    await load(port, WARM_UP_SECONDS, agency);
    return { ...(await load(port, SECONDS, agency)), before: nothing, after: nothing, databaseBytes: 0 };
  } finally {
    await ended(server);
  }
}

async function ended(server: ChildProcess): Promise<void> {
  const exited = new Promise((resolve) => server.once('exit', resolve));
  server.disconnect();
  await exited;
}

/** What was taken in and what is held in memory, when it has been tidied up, after each minute. */
function watchMemory(minutes: number, agency: string, tell: (words: string) => void): Promise<Findings> {
  return served('page', async (server, port) => {
    const [memory, heap, taken]: [number[], number[], number[]] = [[], [], []];
    for (let minute = 1; minute <= minutes; minute++) {
      const { answered, refused, seconds, p99 } = await load(port, 60, agency);
      const { memoryBytes, heapBytes } = await usage(server);
      memory.push(memoryBytes / 1e6);
      heap.push(heapBytes / 1e6);
      taken.push(answered / seconds);
      tell(
        `minute ${minute}: ${answered} taken in, not taken ${refused}, p99 ${p99.toFixed(0)} ms, memory ${Math.round(memoryBytes / 1e6)} MB`,
      );
    }
    return {
      notes: [`${CONNECTIONS} connections for ${minutes} minutes; a run is a minute.`],
      figures: {
        'minutes-taken': toFigure(taken, '/s'),
        'minutes-memory': toFigure(memory, 'MB'),
        'minutes-objects': toFigure(heap, 'MB'),
      },
    };
  });
}

async function served<T>(
  kind: Kind,
  work: (server: ChildProcess, port: number, database: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'opencharter-bench-'));
  const database = join(folder, 'bench.sqlite');
  const server = fork(join(import.meta.dirname, 'server.ts'), [kind, database], { execArgv: ['--expose-gc'] });
  try {
    return await work(server, await message<number>(server), database);
  } finally {
    await ended(server);
    rmSync(folder, { recursive: true, force: true });
  }
}

function load(port: number, seconds: number, agency: string): Promise<LoadReport> {
  return message(fork(join(import.meta.dirname, 'load.ts'), [port, CONNECTIONS, seconds, agency].map(String)));
}

function usage(server: ChildProcess): Promise<Usage> {
  server.send('usage');
  return message(server);
}

function message<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error('a process of the measurement ended before it had told its result'));
    child.once('exit', ended);
    child.once('message', (value) => {
      child.off('exit', ended);
      resolve(value as T);
    });
  });
}
