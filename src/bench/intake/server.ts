import cluster from 'node:cluster';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Readable } from 'node:stream';
import { clientAddressReader } from '../../web/trusted-proxies.ts';
import { createIntakeRate } from '../../cases/abuse/intake-rate.ts';
import { createGuard, defaultLimits } from '../../cases/abuse/guard.ts';
import { createCases } from '../../cases/cases.ts';
import { bodyLimits } from '../../web/body-limits.ts';
import { readFormBody } from '../../web/read-form.ts';
import { createGroup } from '../../lib/group.ts';
import { createSendKey } from '../../cases/intake/send-key.ts';
import { createSubmit } from '../../cases/intake/intake.ts';
import { openDatabase } from '../../database/open-database.ts';
import { loadRegister } from '../../register/load.ts';

/*
 * One of the servers that `measure-intake.ts` measures:
 * node src/bench/intake/server.ts bare|grouped|grouped-two|intake|page DATABASE [PROCESSES]
 * Tells its port on its channel; answers any message on its channel with the memory it holds and the processor
 * time it has used.
 */
export interface Usage {
  memoryBytes: number;
  heapBytes: number;
  cpuMicroseconds: number;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
const [kind, database = '', processes = '1'] = process.argv.slice(2);
const secret = 'a secret for measuring that is long enough';
const clock = (): Date => new Date();

const handlers: Record<string, () => Promise<Handler>> = {
  /** What it is compared with: the body as it comes, one durable insert, an answer. */
  bare() {
    const { insert } = openPosts();
    return Promise.resolve(async (request, response) => {
      const { lastInsertRowid } = insert.run(clock().toISOString(), await textOf(request));
      response.end(JSON.stringify({ reference: Number(lastInsertRowid) }));
    });
  },
  /** The best that such a handler can do: what comes in while one commit is on its way to the disk shares the next. */
  grouped() {
    const insert = groupedInsert();
    return Promise.resolve(async (request, response) => {
      response.end(JSON.stringify({ reference: await insert(await textOf(request)) }));
    });
  },
  /** The same for the two posts of a citizen: the first is answered with a key unread, the second is inserted. */
  'grouped-two'() {
    const insert = groupedInsert();
    const submissionKey = createSendKey(secret, { submission: {} as never, fileHashes: [] }, clock());
    return Promise.resolve(async (request, response) => {
      const text = await textOf(request);
      response.end(
        JSON.stringify(text.includes(submissionKey) ? { reference: await insert(text) } : { submissionKey }),
      );
    });
  },
  /**
   * Everything from the bytes to reference and secret, in the two steps of a citizen: limits, validation, routing,
   * case, event, outbox.
   */
  async intake() {
    const db = await openDatabase(database);
    const submit = createSubmit({ db, secret, clock, siteUrl: 'http://localhost', ...(await intakeOptions()) });
    return async (request, response) => {
      const { 'content-type': type = '', 'content-length': length = 0 } = request.headers;
      const body = (request as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
      const read = await readFormBody({ type, declaredBytes: Number(length), body }, bodyLimits.words);
      const result =
        'form' in read ? await submit(read.form, { language: 'en', clientAddress: addressOf(request) }) : undefined;
      const check = result?.ok === false && !result.wait ? result.check : undefined;
      response.statusCode = result?.ok || check ? 200 : 422;
      response.end(JSON.stringify(result?.ok ? { reference: result.reference, secret: result.secret } : (check ?? {})));
    };
  },
  /** The same, and the case read back with its deadline, as the page after sending shows it. */
  async page() {
    const mail = { host: '127.0.0.1', port: 9 };
    const cases = await createCases({
      databaseFile: database,
      mail,
      siteUrl: 'http://localhost',
      secret,
      clock,
      log: () => undefined,
      ...(await intakeOptions()),
    });
    return async (request, response) => {
      const outcome = await cases.intake.receive(asRequest(request), {
        language: 'en',
        clientAddress: addressOf(request),
      });
      response.statusCode = outcome.kind === 'saved' ? 200 : outcome.status;
      response.end(JSON.stringify(outcome));
    };
  },
};

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function openPosts() {
  const db = new DatabaseSync(database);
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; create table posts (id integer primary key, at text, body text)',
  );
  return { db, insert: db.prepare('insert into posts (at, body) values (?, ?)') };
}

/** Makes what inserts a body together with all that came in at the same time; it gives the number of the row. */
function groupedInsert(): (body: string) => Promise<number> {
  const { db, insert } = openPosts();
  const group = createGroup({
    lanes: 1,
    write(bodies: string[]) {
      db.exec('begin');
      const at = clock().toISOString();
      const ids = bodies.map((body) => Number(insert.run(at, body).lastInsertRowid));
      db.exec('commit');
      return Promise.resolve(ids.map((value) => ({ status: 'fulfilled' as const, value })));
    },
  });
  return group.add;
}

/** The real content, and limits that count as in use, but so wide that the load stays within them. */
async function intakeOptions() {
  const register = await loadRegister(resolve(import.meta.dirname, '..', '..', '..', 'content'));
  const noLimit = { count: Number.MAX_SAFE_INTEGER, withinMs: 1 };
  const limits = { ...defaultLimits, easilyFromAddress: noLimit, atAllFromAddress: noLimit };
  const guard = createGuard({ secret, clock, limits, rate: createIntakeRate({ perSecond: 1_000_000 }) });
  return { register: () => Promise.resolve(register), guard };
}

const readAddress = clientAddressReader(['127.0.0.1']);
function addressOf(request: IncomingMessage): string | undefined {
  return readAddress(request.socket.remoteAddress, String(request.headers['x-forwarded-for'] ?? ''));
}

function asRequest(request: IncomingMessage): Request {
  const { 'content-type': type = '', 'content-length': length = '' } = request.headers;
  const body = Readable.toWeb(request) as ReadableStream<Uint8Array>;
  const headers = { 'content-type': type, 'content-length': length };
  return new Request('http://localhost/cases/new/', { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
}

process.once('disconnect', () => process.exit());
if (cluster.isPrimary && Number(processes) > 1) startSeveral();
else await serve();

async function serve(): Promise<void> {
  const handler = await handlers[kind ?? '']?.();
  if (!handler) throw new Error('Name what to serve: bare, grouped, grouped-two, intake or page.');
  const server = createServer((request, response) => {
    handler(request, response).catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });
  process.on('message', () => {
    globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    const { rss, heapUsed } = process.memoryUsage();
    process.send?.({ memoryBytes: rss, heapBytes: heapUsed, cpuMicroseconds: user + system } satisfies Usage);
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
}

/** Several that share one port; it is told when all of them serve. */
function startSeveral(): void {
  let serving = 0;
  for (let started = 0; started < Number(processes); started++) {
    cluster.fork().once('message', (port: number) => {
      serving += 1;
      if (serving === Number(processes)) process.send?.(port);
    });
  }
}
