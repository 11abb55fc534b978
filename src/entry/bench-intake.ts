import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { loadRegister } from '../register/load.ts';
import type { LoadReport } from './bench-intake-load.ts';
import type { Usage } from './bench-intake-server.ts';

/*
 * npm run bench:intake [-- CONNECTIONS] [--minutes N]: the intake, whose first post is checked and whose second is
 * durable, beside a bare handler with one durable insert per request and one whose inserts share commits, in turns in the
 * same run. About a minute. With minutes, how much memory it holds, once a minute under that load.
 */
const { positionals, values } = parseArgs({ allowPositionals: true, options: { minutes: { type: 'string' } } });
const CONNECTIONS = Number(positionals[0] ?? 64);
const SECONDS = 4;
/** Long enough to fill what is remembered, so that memory is measured where it stays. */
const WARM_UP_SECONDS = 4;
const ROUNDS = 2;
const INSERTS = 2000;
const kinds = ['bare', 'grouped', 'intake', 'page'] as const;
type Kind = (typeof kinds)[number];
const titles: Record<Kind, string> = {
  bare: 'bare handler, one durable insert',
  grouped: 'bare handler, durable inserts that share commits',
  intake: 'intake, both posts: limits, validation, case, event, outbox',
  page: 'the same, and the case read back for its page',
};

interface Measured extends LoadReport {
  before: Usage;
  after: Usage;
  databaseBytes: number;
}

const register = await loadRegister(resolve(import.meta.dirname, '..', '..', 'content'));
const agency = [...register.agencies.values()].find(({ data }) =>
  data.contacts.some(({ emails }) => emails.length > 0),
);
if (!agency) throw new Error('No agency has an e-mail address; there is nobody to complain to.');
const results = new Map<Kind, Measured[]>(kinds.map((kind) => [kind, []]));
if (values.minutes) await watchMemory(Number(values.minutes));
else {
  for (let round = 0; round < ROUNDS; round++) {
    for (const kind of kinds) results.get(kind)?.push(await measure(kind));
  }
  report(durableInsertMicroseconds());
}

function measure(kind: Kind): Promise<Measured> {
  return served(kind, async (server, port, database) => {
    await load(port, WARM_UP_SECONDS);
    const before = await usage(server);
    const loaded = await load(port, SECONDS);
    return { ...loaded, before, after: await usage(server), databaseBytes: statSync(database).size };
  });
}

/** Tells after each minute what was taken in and what is held in memory when it has been tidied up. */
function watchMemory(minutes: number): Promise<void> {
  return served('page', async (server, port) => {
    for (let minute = 1; minute <= minutes; minute++) {
      const { answered, refused, p99 } = await load(port, 60);
      const { memoryBytes, heapBytes } = await usage(server);
      console.log(
        `minute ${minute}: ${answered} taken in, not taken ${refused}, p99 ${p99.toFixed(0)} ms, ` +
          `memory ${Math.round(memoryBytes / 1e6)} MB, of which objects ${Math.round(heapBytes / 1e6)} MB`,
      );
    }
  });
}

async function served<T>(
  kind: Kind,
  work: (server: ChildProcess, port: number, database: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'opencharter-bench-'));
  const database = join(folder, 'bench.sqlite');
  const server = fork(join(import.meta.dirname, 'bench-intake-server.ts'), [kind, database], {
    execArgv: ['--expose-gc'],
  });
  try {
    return await work(server, await message<number>(server), database);
  } finally {
    server.disconnect();
    await new Promise((ended) => server.once('exit', ended));
    rmSync(folder, { recursive: true, force: true });
  }
}

function load(port: number, seconds: number): Promise<LoadReport> {
  return message(
    fork(join(import.meta.dirname, 'bench-intake-load.ts'), [port, CONNECTIONS, seconds, agency?.id ?? ''].map(String)),
  );
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

/** How long one durable insert takes on this disk by itself: what sharing a commit can save. */
function durableInsertMicroseconds(): number {
  const folder = mkdtempSync(join(tmpdir(), 'opencharter-bench-'));
  const db = new DatabaseSync(join(folder, 'disk.sqlite'));
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; create table posts (id integer primary key, body text)',
  );
  const insert = db.prepare('insert into posts (body) values (?)');
  const started = performance.now();
  for (let row = 0; row < INSERTS; row++) insert.run('x'.repeat(2000));
  const each = ((performance.now() - started) * 1000) / INSERTS;
  db.close();
  rmSync(folder, { recursive: true, force: true });
  return each;
}

function report(insertMicroseconds: number): void {
  const perSecond = ({ answered, seconds }: LoadReport): number => answered / seconds;
  const best = (kind: Kind): Measured | undefined =>
    results.get(kind)?.toSorted((a, b) => perSecond(b) - perSecond(a))[0];
  const [bare, grouped] = [best('bare'), best('grouped')];
  console.log(
    `${CONNECTIONS} connections, ${SECONDS} s each, better of ${ROUNDS} rounds in turns, SQLite with synchronous=FULL`,
  );
  console.log(`one durable insert takes ${Math.round(insertMicroseconds)} µs on this disk\n`);
  for (const kind of kinds) {
    const one = best(kind);
    if (!one || !bare || !grouped) continue;
    const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
    console.log(titles[kind]);
    console.log(
      `  ${Math.round(perSecond(one))} a second (${(perSecond(one) / perSecond(bare)).toFixed(2)} of one insert each, ${(perSecond(one) / perSecond(grouped)).toFixed(2)} of those that share), p50 ${one.p50.toFixed(1)} ms, p99 ${one.p99.toFixed(1)} ms, ` +
        `slowest ${one.max.toFixed(1)} ms, not taken ${one.refused}, ` +
        `processor ${Math.round((one.after.cpuMicroseconds - one.before.cpuMicroseconds) / one.answered)} µs each, ` +
        `memory ${megabytes(one.before.memoryBytes)} then ${megabytes(one.after.memoryBytes)}`,
    );
  }
}
