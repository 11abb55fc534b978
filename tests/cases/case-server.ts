import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { createCases } from '../../src/cases/cases.ts';
import { testRegister } from './register-fixture.ts';

/*
 * The pipeline behind a plain server, as a process of its own that tests can kill. Settings come through the environment;
 * it writes its port on standard output once it serves.
 */
const { DATABASE = '', SMTP_PORT = '25' } = process.env;
const cases = await createCases({
  databaseFile: DATABASE,
  register: () => Promise.resolve(testRegister()),
  mail: { host: '127.0.0.1', port: Number(SMTP_PORT) },
  siteUrl: 'https://portal.example',
  secret: 'a secret for tests that is long enough',
  clock: () => new Date(),
  log: () => undefined,
});
const server = createServer((request, response) => {
  const body = Readable.toWeb(request) as ReadableStream<Uint8Array>;
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const posted = new Request('http://portal.example/cases/new/', { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
  void cases.receive(posted, { language: 'en' }).then((outcome) => {
    response.statusCode = outcome.kind === 'saved' ? 200 : outcome.status;
    response.end(JSON.stringify(outcome.kind === 'saved' ? { reference: outcome.view.reference, secret: outcome.secret } : outcome));
  });
});
server.listen(0, '127.0.0.1', () => {
  cases.start();
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
