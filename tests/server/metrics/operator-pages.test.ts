import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createHealth, type Check } from '../../../src/server/metrics/health.ts';
import { mayReadMetrics } from '../../../src/server/metrics/may-read-metrics.ts';
import { createMetrics } from '../../../src/server/metrics/metrics.ts';
import { createOperatorPages } from '../../../src/server/metrics/operator-pages.ts';

const token = 'a-token-of-the-operator';
const clock = (): Date => new Date('2026-03-02T10:00:00Z');

async function serve(checks: Record<string, Check>, metricsToken?: string) {
  const metrics = createMetrics(clock, () =>
    Promise.resolve({ waiting: 2, failed: 1, oldestAt: '2026-03-02T09:59:00Z' }),
  );
  const health = createHealth(checks, clock);
  const pages = createOperatorPages({ health, metrics: metrics.read, metricsToken });
  const server = createServer((request, response) => {
    if (!pages(request, response, request.url ?? '/')) response.writeHead(404).end();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    metrics.close();
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { metrics, get: (path: string, headers: Record<string, string> = {}) => fetch(url + path, { headers }) };
}

it('the process is live at once, and ready when all that it needs answers', async () => {
  const silent = vi.fn(() => Promise.reject(new Error('postgres://user:password@db is away')));
  const { get } = await serve({ edition: () => Promise.resolve(true), database: silent });
  const live = await get('/healthz/live');
  expect([live.status, await live.json()]).toEqual([200, { status: 'ok' }]);
  for (const path of ['/healthz', '/healthz/ready']) {
    const ready = await get(path);
    expect([ready.status, ready.headers.get('cache-control'), ready.headers.get('content-type')]).toEqual([
      503,
      'no-store',
      'application/json',
    ]);
    expect(await ready.json()).toEqual({ status: 'unavailable', edition: 'ok', database: 'missing' });
  }
  // Anybody may ask, and the database is asked once a second at most.
  expect(silent).toHaveBeenCalledTimes(1);
  const other = await serve({ edition: () => Promise.resolve(true) });
  expect(await (await other.get('/healthz/ready')).json()).toEqual({ status: 'ok', edition: 'ok' });
  expect((await other.get('/healthz/other')).status).toBe(404);
});

it('a database that says nothing is missing, and nobody waits for it longer than two seconds', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const health = createHealth({ database: () => new Promise<boolean>(() => undefined) }, clock)();
  await vi.advanceTimersByTimeAsync(2000);
  expect(await health).toEqual({ ready: false, checks: { database: false } });
});

it('figures tell of requests, mail, editions and the process, in the form that Prometheus reads', async () => {
  const { metrics, get } = await serve({}, token);
  metrics.observe('file', 200, 0.002);
  metrics.see({ event: 'mail', mail: 'id', outcome: 'sent', audience: 'citizen' });
  metrics.see({ event: 'edition-published', edition: 2, seconds: 3 });
  metrics.see({ event: 'edition-failed', error: 'Wanjiku Achieng' });
  metrics.see({ event: 'Wanjiku Achieng', outcome: 'x' });
  metrics.see({ event: 'mail', outcome: 'wanjiku@home.example' });
  const answer = await get('/metrics');
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  const text = await answer.text();
  for (const line of [
    'opencharter_http_requests_total{class="file",status="200"} 1',
    'opencharter_mail_waiting 2',
    'opencharter_mail_oldest_seconds 60',
    'opencharter_mail_failed 1',
    'opencharter_mails_total{outcome="sent"} 1',
    'opencharter_edition_failures_total 1',
    'opencharter_edition_build_seconds 3',
    `opencharter_edition_timestamp_seconds ${clock().getTime() / 1000}`,
  ])
    expect(text.split('\n')).toContain(line);
  expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
  expect(text).toMatch(/^# TYPE nodejs_eventloop_delay_p99_seconds gauge$/m);
  expect(text).not.toMatch(/wanjiku/i);
  // Each line is a comment, or a name with labels and a number.
  for (const line of text.trim().split('\n'))
    expect(line).toMatch(/^(?:# (?:HELP|TYPE) [a-z_]\w* .+|[a-z_]\w*(?:\{(?:\w+="[^"]*",?)+\})? \S+)$/);
  const names = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name);
  expect(new Set(names).size).toBe(names.length);
});

it('whoever is refused is told how to be let in', async () => {
  const [open, closed] = [await serve({}), await serve({}, token)];
  expect((await open.get('/metrics', { 'x-forwarded-for': '198.51.100.1' })).status).toBe(403);
  const refused = await closed.get('/metrics', { authorization: 'Bearer wrong' });
  expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  expect(await refused.text()).not.toContain(token);
  expect((await closed.get('/metrics', { authorization: `Bearer ${token}` })).status).toBe(200);
});

it.each([
  ['from this machine', {}, '127.0.0.1', true],
  ['from this machine over IPv6', { host: '[::1]:4321' }, '::1', true],
  ['from this machine, where both are one', {}, '::ffff:127.0.0.1', true],
  ['from the network', {}, '192.0.2.7', false],
  ['from the network with the token', { authorization: `Bearer ${token}` }, '192.0.2.7', true],
  ['from the network with another token', { authorization: 'Bearer x' }, '192.0.2.7', false],
  ['from this machine with another token', { authorization: 'Bearer x' }, '127.0.0.1', false],
  ['through a proxy on this machine', { 'x-forwarded-for': '198.51.100.1' }, '127.0.0.1', false],
  ['through a proxy that names itself', { via: '1.1 caddy' }, '127.0.0.1', false],
  ['through a proxy that hands on the name alone', { host: 'charters.example' }, '127.0.0.1', false],
  ['through a proxy with the token', { via: '1.1 caddy', authorization: `bearer ${token}` }, '127.0.0.1', true],
])('figures asked for %s', (_, headers, remoteAddress, allowed) => {
  expect(mayReadMetrics({ headers: { host: 'localhost:4321', ...headers }, remoteAddress }, token)).toBe(allowed);
});

it('no token opens nothing where none is set', () => {
  const asker = { headers: { authorization: 'Bearer undefined' }, remoteAddress: '192.0.2.7' };
  expect(mayReadMetrics(asker, undefined)).toBe(false);
});
