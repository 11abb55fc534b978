import { Agent } from 'node:http';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './answer-faults.ts';
import { linkInMail, openCase, sendForm, versionOn } from './case-on-portal.ts';
import { hostileRequests } from './hostile-requests.ts';
import { MARK, type Keys } from './hostile-values.ts';
import { send } from './send-request.ts';
import { onDemandRoutes } from './on-demand-routes.ts';
import { startSmallPortal, type SmallPortal } from './small-portal.ts';

/*
 * Whatever is sent to any address that is made on demand: no failure, nothing of it in the answer that a browser could
 * take for markup, nothing told of the machine, and the portal goes on answering.
 */
let portal: SmallPortal;
let keys: Keys;
const agent = new Agent({ keepAlive: true, maxSockets: 16 });
const routes = onDemandRoutes();

beforeAll(async () => {
  portal = await startSmallPortal();
  const fields = {
    agency: 'water',
    details: `I paid for a connection and nobody came. ${MARK}`,
    language: 'en',
    email: 'asha@example.net',
  };
  const opened = await openCase(portal, fields);
  const { reference, officerToken } = opened;
  const version = versionOn(await (await fetch(`${portal.url}/cases/act/?t=${officerToken}`)).text());
  const text = `It is repaired now, please look. ${MARK}`;
  const resolved = await sendForm(portal, '/cases/act/', {
    t: officerToken,
    action: 'resolve',
    version,
    outcome: 'remedied',
    text,
  });
  expect(resolved.status).toBe(200);
  const session = (await fetch(`${portal.url}/api/cms/session`)).headers.get('set-cookie')?.split(';')[0] ?? '';
  keys = { ...opened, rateToken: await linkInMail(portal, '/cases/rate/', reference), session };
});
afterAll(() => portal.stop());

test('every page made on demand is among those tried', () => {
  expect(routes).toEqual(
    expect.arrayContaining([
      '/cases/new',
      '/sw/cases/act',
      '/search',
      '/statistics/[agency].csv',
      '/api/cms/[...path]',
      '/oembed.json',
    ]),
  );
});

test('no request whatever makes a handler fail, echo or tell of the machine', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(hostileRequests(routes, keys, portal.url), { minLength: 8, maxLength: 16 }),
      async (requests) => {
        // A kept line may end just as it is used again; then, as a browser does, once more.
        const answers = await Promise.all(
          requests.map(
            async (request) => (await send(portal.url, request, agent)) ?? (await send(portal.url, request)),
          ),
        );
        expect(requests.flatMap((request, i) => faults(portal.url, request, answers[i]))).toEqual([]);
      },
    ),
    { numRuns: 150, interruptAfterTimeLimit: 40_000 },
  );
  await goesOn();
});

test('no broken line, header or length brings it down', async () => {
  const { hostname, port } = new URL(portal.url);
  const start = `POST /cases/new/ HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: ${portal.url}\r\n`;
  const form = 'Content-Type: application/x-www-form-urlencoded\r\n';
  const lines = [
    '\u0000\u0001\u0002\r\n\r\n',
    `GET /${'a'.repeat(70_000)} HTTP/1.1\r\n\r\n`,
    'GET / HTTP/1.1\r\n\r\n',
    'GET http://evil.example/cases/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
    'OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n',
    `${start}${form}Content-Length: 1\r\nContent-Length: 9\r\n\r\na`,
    `${start}${form}Content-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    `${start}${form}Transfer-Encoding: chunked\r\n\r\nzz\r\n`,
    `${start}${form}Expect: 100-continue\r\nContent-Length: 3\r\nConnection: close\r\n\r\na=b`,
    `${start}Upgrade: websocket\r\nConnection: Upgrade\r\nContent-Length: 0\r\n\r\n`,
  ];
  for (const line of lines) {
    const answer = await new Promise<string>((done) => {
      let text = '';
      const socket = connect(Number(port), hostname, () => socket.end(line));
      socket.on('data', (chunk) => (text += chunk.toString('latin1')));
      socket.on('close', () => done(text));
      socket.on('error', () => done(text));
    });
    expect(answer, line.slice(0, 80)).toMatch(/^(?:$|HTTP\/1\.1 [1-4]\d\d )/);
    expect(answer, line.slice(0, 80)).not.toMatch(/evil\.example|node_modules/);
  }
  // Half a form, and then nothing: somebody whose line broke.
  await new Promise<void>((done) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(`${start}${form}Content-Length: 900\r\n\r\nagency=water`, () => socket.destroy());
    });
    socket.on('close', () => done());
  });
  await goesOn();
});

/** The portal answers as before, and has noted no failure. */
async function goesOn(): Promise<void> {
  expect(portal.running()).toBe(true);
  expect((await fetch(`${portal.url}/`)).status).toBe(200);
  // Somebody's own broken line is told as "aborted".
  expect(portal.output()).not.toMatch(/request-failed|intake-failed|Error:(?! aborted)/);
}
