import { spawn, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallCountry } from '../netlify/small-country.ts';
import { childEnvironment } from '../child-environment.ts';

/* A portal as an operator runs it: watched by machines, and stopped by a service manager at any time. */

interface Portal {
  /** Every line that it has written, read as what it is: one JSON object each. */
  events: Record<string, unknown>[];
  /** Settles when it has written of something. */
  wrote(event: string): Promise<Record<string, unknown>>;
  kill(): void;
  /** Its code, or the signal that ended it. */
  ended: Promise<number | string | null>;
}

let dir: string;
beforeAll(() => void (dir = smallCountry()));
afterAll(() => rmSync(dir, { recursive: true, force: true }), 60_000);

function start(...args: string[]): Portal {
  return startWith({}, ...args);
}

function startWith(settings: Record<string, string>, ...args: string[]): Portal {
  const child = spawn(process.execPath, ['src/entry/start.ts', ...args], {
    cwd: dir,
    env: childEnvironment({
      PORT: '0',
      SITE_URL: 'http://charters.example',
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: '9',
      ...settings,
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const events: Portal['events'] = [];
  let [rest, faults] = ['', ''];
  const waiting: (() => void)[] = [];
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string | null);
  child.stderr.setEncoding('utf8').on('data', (text: string) => (faults += text));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    events.push(...lines.map((line) => JSON.parse(line) as Record<string, unknown>));
    for (const look of waiting) look();
  });
  return {
    events,
    wrote: (event) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = events.find((candidate) => candidate.event === event);
          if (found) resolve(found);
        };
        waiting.push(look);
        look();
        void ended.then((code) => reject(new Error(`It ended with ${code} before: ${faults}`)));
      }),
    kill: () => void child.kill('SIGTERM'),
    ended,
  };
}

test(
  'a portal is live while it builds and ready after, tells its figures, and ends with 0 when all are answered',
  { timeout: 180_000 },
  async () => {
    const portal = start();
    const { port } = await portal.wrote('listening');
    const get = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${String(port)}${path}`);
    expect((await get('/healthz/live')).status).toBe(200);
    const early = await get('/healthz/ready');
    expect([early.status, await early.json()]).toEqual([
      503,
      { status: 'unavailable', edition: 'missing', database: 'missing' },
    ]);
    await portal.wrote('portal-started');
    // What is told may be a second old.
    await expect.poll(async () => (await get('/healthz/ready')).status).toBe(200);
    expect((await get('/xx/water/')).status).toBe(200);
    const figures = await (await get('/metrics')).text();
    expect(figures).toMatch(/^opencharter_http_requests_total\{class="file",status="200"\} 1$/m);
    expect(figures).toMatch(/^opencharter_mail_waiting 0$/m);
    expect(figures).toMatch(/^opencharter_edition_timestamp_seconds \d/m);

    const idle = connect(Number(port), '127.0.0.1').setEncoding('utf8');
    idle.write('GET /robots.txt HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await once(idle, 'data');
    const underWay = connect(Number(port), '127.0.0.1').setEncoding('utf8');
    const body = 'agency=water&language=en&details=short';
    underWay.write(
      `POST /cases/new/ HTTP/1.1\r\nHost: charters.example\r\nOrigin: http://charters.example\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`,
    );
    expect(await once(underWay, 'data')).toEqual([expect.stringMatching(/^HTTP\/1\.1 100 /)]);
    portal.kill();
    await once(idle, 'close');
    underWay.write(body);
    const answer = (await underWay.toArray()).join('');
    expect(answer).toMatch(/^HTTP\/1\.1 422 [^]*<\/html>/);
    expect(await portal.ended).toBe(0);
  },
);

test('a portal that is stopped says at once that it is not ready, and goes on serving for the time it was given', async () => {
  const portal = startWith({ DRAIN_SECONDS: '3' }, '--no-build');
  const { port } = await portal.wrote('listening');
  await portal.wrote('portal-started');
  const get = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${String(port)}${path}`);
  await expect.poll(async () => (await get('/healthz/ready')).status).toBe(200);
  portal.kill();
  await expect
    .poll(async () => (await (await get('/healthz/ready')).json()) as object)
    .toMatchObject({ status: 'leaving' });
  const page = await get('/xx/water/');
  expect([page.status, page.headers.get('connection')]).toEqual([200, 'close']);
  expect(await portal.ended).toBe(0);
});

test(
  'a stop while an edition is being made, at the start and behind one that serves, ends with 0 and leaves nothing half made',
  { timeout: 180_000 },
  async () => {
    const charter = join(dir, 'content', 'portal', 'portal.yaml');
    writeFileSync(charter, `${readFileSync(charter, 'utf8').trimEnd()}\n# An edit.\n`);
    const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@opencharter.example'];
    execFileSync('git', ['-C', dir, ...identity, 'commit', '--quiet', '--all', '--message', 'An edit']);
    const behind = start('--no-build');
    await behind.wrote('portal-started');
    behind.kill();
    expect(await behind.ended).toBe(0);
    expect(behind.events.map(({ event }) => event)).not.toContain('edition-failed');
    const editions = join(dir, '.cache', 'editions');
    expect(existsSync(editions) ? readdirSync(editions) : []).toEqual([]);

    const building = start();
    await building.wrote('listening');
    building.kill();
    expect(await building.ended).toBe(0);
  },
);
