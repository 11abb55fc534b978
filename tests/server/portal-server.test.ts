import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPortalServer, listen, reservePort, stopServer } from '../../src/server/portal-server.ts';
import { openEdition } from './edition-fixture.ts';
import { send } from './send-request.ts';

const secret = 'postgres://user:password@db/cases';

/** Serves a made-up edition whose pages on demand do what `handler` says; gives its address and what was logged. */
async function serve(
  handler: string,
  locals: () => object = () => ({}),
): Promise<{ url: string; events: object[]; server: Server }> {
  const dir = mkdtempSync(join(tmpdir(), 'opencharter-server-'));
  const site = await openEdition(dir, { page: '<h1>Home</h1>', handler });
  const events: object[] = [];
  const server = createPortalServer({
    site: () => site,
    locals,
    clientAddress: (remote) => remote,
    secure: false,
    cacheBytes: 1_000_000,
    log: (event) => events.push(event),
  });
  await listen(server, '127.0.0.1', 0);
  onTestFinished(async () => {
    await close(server);
    rmSync(dir, { recursive: true, force: true });
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, events, server };
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

describe('the portal’s server', () => {
  it('answers from the edition’s files, with the headers of the address', async () => {
    const { url } = await serve('next()');
    const response = await fetch(`${url}/`);
    expect(await response.text()).toBe('<h1>Home</h1>');
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect(response.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
  });

  it('hands the running parts to pages made on demand', async () => {
    const { url } = await serve("response.end(locals.greeting + ' ' + request.method)", () => ({ greeting: 'Habari' }));
    expect(await (await fetch(`${url}/cases/`, { method: 'POST' })).text()).toBe('Habari POST');
  });

  it('answers 404 with the portal’s own page', async () => {
    const { url, events } = await serve('next()');
    const response = await fetch(`${url}/no/such/page/`);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('This page does not exist.');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(events).toEqual([]);
  });

  it.each([
    ['/NG/FRSC/', '/ng/frsc/'],
    ['/NG/FRSC', '/ng/frsc/'],
    ['/Ng/Frsc/?from=poster', '/ng/frsc/?from=poster'],
    ['/SEARCH/?q=NIN', '/search/?q=NIN'],
    ['/SW/Search/?q=NIN', '/sw/search/?q=NIN'],
  ])('leads who writes %s in large letters to %s', async (asked, address) => {
    const { url } = await serve('next()');
    const response = await fetch(`${url}${asked}`, { redirect: 'manual' });
    expect(response.status).toBe(308);
    expect(response.headers.get('location')).toBe(address);
  });

  it.each([
    '/NG/NOBODY/',
    '/CASES/VIEW/?reference=ABC&secret=S',
    '/Media/Photo.JPG',
    '/%4eG/frsc/',
    '/NG/../ng/',
    '/Assets/../NG/',
  ])('leads nobody on from %s', async (asked) => {
    const { url } = await serve('next()');
    const answer = await send(url, { method: 'GET', path: asked, headers: {}, body: Buffer.alloc(0) });
    expect(answer?.headers['location'] ?? '').not.toMatch(/\/ng\/frsc|cases\/view/);
  });

  it('gives feeds and files as what they are', async () => {
    const { url } = await serve('next()');
    expect((await fetch(`${url}/ng/frsc/feed.xml`)).headers.get('content-type')).toBe(
      'application/atom+xml; charset=utf-8',
    );
  });

  it.each([
    ['rejects', `throw new Error('cannot connect to ${secret}')`],
    ['hands on an error', `next(new Error('cannot connect to ${secret}'))`],
  ])('tells the visitor nothing and the log everything but the visitor’s words when a page %s', async (_, handler) => {
    const { url, events } = await serve(handler);
    const response = await fetch(`${url}/cases/new/?about=my+neighbour`, {
      method: 'POST',
      body: 'story=My+neighbour',
    });
    const page = await response.text();
    expect(response.status).toBe(500);
    expect(page).toBe('Something went wrong here.');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(events).toEqual([
      { event: 'request-failed', method: 'POST', path: '/cases/new/', error: `Error: cannot connect to ${secret}` },
    ]);
    expect(JSON.stringify(events)).not.toContain('neighbour');
  });

  it('goes on answering when the running parts cannot be had', async () => {
    const { url, events } = await serve('next()', () => {
      throw new Error('no parts');
    });
    expect((await fetch(`${url}/cases/`)).status).toBe(500);
    expect((await fetch(`${url}/cases/`)).status).toBe(500);
    expect((await fetch(`${url}/`)).status).toBe(200);
    expect(events).toHaveLength(2);
  });

  it('breaks off an answer that fails half-way, rather than ending it as if it were whole', async () => {
    const { url } = await serve("response.write('<h1>Half'); throw new Error('half-way')");
    const response = fetch(`${url}/cases/`).then((answer) => answer.text());
    await expect(response).rejects.toThrow();
  });

  it('answers HEAD without a body and sends an address without its closing slash to the one with it', async () => {
    const { url } = await serve('next()');
    const head = await fetch(`${url}/no/such/page/`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([404, '']);
    const bare = await fetch(`${url}/ng/inec?from=poster`, { redirect: 'manual' });
    expect([bare.status, bare.headers.get('location')]).toEqual([308, '/ng/inec/?from=poster']);
  });

  it.each([
    '/../package.json',
    '/..%2fserver/entry.mjs',
    '/%2e%2e/server/entry.mjs',
    '/%/',
    '//134744072',
    '/\\..\\server\\entry.mjs',
  ])('neither serves nor sends anybody outside its folder: %s', async (path) => {
    const { url } = await serve('next()');
    const { hostname, port } = new URL(url);
    const { request } = await import('node:http');
    const status = await new Promise<number | undefined>((resolve, reject) => {
      // fetch would tidy the path before sending it.
      request({ hostname, port, path }, (response) => resolve(response.resume().statusCode))
        .once('error', reject)
        .end();
    });
    expect(status).toBe(404);
  });

  it.each([
    ['TRACE', 'portal.example', '/cases/view/?secret=mine', 405],
    ['DELETE', 'portal.example', '/cases/view/?secret=mine', 405],
    ['GET', 'user:password@portal.example', '/cases/view/?secret=mine', 400],
    ['POST', 'a b', '/cases/view/?secret=mine', 400],
    ['POST', 'portal.example', '/cases//view/?secret=mine', 404],
    ['POST', 'portal.example', '/cases/%zz/?secret=mine', 404],
    ['POST', '[::1]:4321', '/cases/view/?secret=mine', 200],
  ])('ends a request that no page can answer before any page sees it: %s %s %s', async (method, host, path, status) => {
    const { url, events } = await serve("response.end('a page')");
    const answer = await send(url, { method, path, headers: { host }, body: Buffer.alloc(0) });
    expect(answer?.status).toBe(status);
    expect(answer?.body.includes('a page')).toBe(status === 200);
    expect(answer?.headers['allow']).toBe(status === 405 ? 'GET, HEAD, POST' : undefined);
    expect(answer?.headers['content-security-policy']).toBeDefined();
    expect(JSON.stringify(events)).not.toContain('secret');
  });

  it('answers a check of health in HTTP/1.0, which sends no Host', async () => {
    const { url } = await serve("response.end('a page for ' + request.headers.host)");
    for (const [version, path, answer] of [
      ['1.0', '/', '200 OK'],
      ['1.0', '/cases/', '200 OK'],
      ['1.1', '/', '400 Bad Request'],
    ]) {
      const line = connect(Number(new URL(url).port), '127.0.0.1').setEncoding('utf8');
      line.write(`GET ${path} HTTP/${version}\r\nConnection: close\r\n\r\n`);
      expect((await line.toArray()).join('')).toMatch(new RegExp(`^HTTP/1.1 ${answer}`));
    }
  });

  it('lets an upload that is under way at a stop end, and takes no new one', async () => {
    const { url, server } = await serve(
      "for await (const part of request) response.write(part); response.end(' and that was all');",
    );
    const { port } = new URL(url);
    const line = connect(Number(port), '127.0.0.1').setEncoding('utf8');
    line.write('POST /cases/new/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nHabari');
    await once(server, 'request');
    const stopped = stopServer(server);
    await expect(fetch(url)).rejects.toThrow();
    line.write(' zao');
    expect((await line.toArray()).join('')).toMatch(/^HTTP\/1.1 200 OK[^]*Habari[^]* zao[^]*and that was all/);
    await stopped;
  });

  it('does not wait at a stop for a line that a browser opened beforehand and never used', async () => {
    const { url, server } = await serve('next()');
    const beforehand = connect(Number(new URL(url).port), '127.0.0.1').resume();
    await once(server, 'connection');
    const aDayMs = 24 * 60 * 60 * 1000;
    await stopServer(server, aDayMs);
    if (!beforehand.closed) await once(beforehand, 'close');
  });

  it('escapes what an address may not hold when it sends somebody on', async () => {
    const { url } = await serve('next()');
    const answer = await send(url, {
      method: 'GET',
      path: `/cases?q="'><svg/onload=a>&t=%2f`,
      headers: {},
      body: Buffer.alloc(0),
    });
    expect([answer?.status, answer?.headers['location']]).toEqual([308, '/cases/?q=%22%27%3E%3Csvg/onload=a%3E&t=%2f']);
  });
});

describe('a port', () => {
  async function occupy(): Promise<number> {
    const server = createServer();
    await listen(server, '127.0.0.1', 0);
    onTestFinished(() => close(server));
    return (server.address() as AddressInfo).port;
  }

  it('that is taken is passed over for one of the nine after it', async () => {
    const taken = await occupy();
    const got = await reservePort('127.0.0.1', taken);
    expect(got).toBeGreaterThan(taken);
    expect(got).toBeLessThanOrEqual(taken + 9);
  });

  it('of any number is free to listen on', async () => {
    const got = await reservePort('127.0.0.1', 0);
    const server = createServer();
    await listen(server, '127.0.0.1', got);
    await close(server);
  });

  it('that cannot be had is told with what to do', async () => {
    // An address of a documentation network (RFC 5737): no machine has it.
    await expect(reservePort('192.0.2.1', 4321)).rejects.toThrow(
      'No free port from 4321 to 4330 on 192.0.2.1. Stop the program that uses them, or set another port.',
    );
  });

  it('refuses a second listener', async () => {
    const taken = await occupy();
    await expect(listen(createServer(), '127.0.0.1', taken)).rejects.toThrow('EADDRINUSE');
  });
});
