import { createServer } from 'node:http';
import { flushCompileCache } from 'node:module';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { createCases } from '../../src/cases/cases.ts';
import { testRegister } from './register-fixture.ts';

/*
 * The pipeline behind a plain server, as a process of its own that tests can kill. Settings come through the
 * environment; it writes its port on standard output once it serves.
 */
const { DATABASE = '', SMTP_PORT = '25' } = process.env;
const register = testRegister();
const cases = await createCases({
  databaseFile: DATABASE,
  register: () => Promise.resolve(register),
  mail: { host: '127.0.0.1', port: Number(SMTP_PORT), ownCatcher: true },
  siteUrl: 'https://portal.example',
  secret: 'a secret for tests that is long enough',
  clock: () => new Date(),
  log: () => undefined,
});
const server = createServer((request, response) => {
  const { method = 'GET', url = '/' } = request;
  const body = method === 'POST' ? { body: Readable.toWeb(request) as ReadableStream<Uint8Array>, duplex: 'half' } : {};
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const asked = new Request(new URL(url, 'http://portal.example'), { method, headers, ...body } as RequestInit);
  void (url.startsWith('/cases/act/') ? desk(asked) : intake(asked)).then(({ status, ...answer }) => {
    response.statusCode = status;
    response.end(JSON.stringify(answer));
  });
});

type Answered = { status: number } & Record<string, unknown>;

async function intake(asked: Request): Promise<Answered> {
  const outcome = await cases.intake.receive(asked, { language: 'en' });
  return outcome.kind === 'saved'
    ? { status: 200, reference: outcome.view.reference, secret: outcome.secret }
    : { ...outcome };
}

/** The page behind an officer's link: what may be done, and what came of it. */
async function desk(asked: Request): Promise<Answered> {
  const token = new URL(asked.url).searchParams.get('t') ?? '';
  try {
    const outcome =
      asked.method === 'POST'
        ? await cases.officer.act(token, await asked.formData(), 'en')
        : await cases.officer.show(token);
    return {
      status: 200,
      kind: outcome.kind,
      ...('view' in outcome ? { can: outcome.view.can, version: outcome.view.case.version } : {}),
    };
  } catch {
    return { status: 503 };
  }
}

server.listen(0, '127.0.0.1', () => {
  // A process that is killed would not leave it to the next one.
  flushCompileCache();
  cases.rounds.start();
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
