import { createHook } from 'node:async_hooks';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, constants, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPortalServer, listen, stopServer } from '../../src/server/portal-server.ts';
import { openEdition } from './edition-fixture.ts';

const html = `<h1>${'Water connection '.repeat(400)}</h1>`;
const notFound = `<h1>${'This page does not exist. '.repeat(100)}</h1>`;

/** A handler in the manner of Astro's: the status and headers at once, then the page in pieces. */
const handler = `
  const asked = new URL(request.url, 'http://localhost');
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  const query = asked.searchParams;
  if (asked.pathname === '/nowhere/') return next();
  if (query.has('late')) {
    locals.began();
    await new Promise((gone) => response.once('close', gone));
    response.writeHead(200, headers);
    response.write('Nobody is there any more.');
    response.end();
    return locals.ended();
  }
  if (query.has('type')) headers['content-type'] = query.get('type');
  if (query.has('length')) headers['content-length'] = ${html.length};
  if (query.has('encoded')) headers['content-encoding'] = 'zstd';
  if (query.has('vary')) headers.vary = query.get('vary');
  if (query.has('etag')) headers.etag = '"one"';
  const status = Number(query.get('status') ?? 200);
  response.writeHead(status, headers);
  if (status === 304) return response.end();
  if (query.has('half')) { response.write('half'); throw new Error('half-way'); }
  if (query.has('slow')) {
    response.write('<p>First.</p>');
    await locals.second;
    return response.end('<p>Second.</p>');
  }
  for await (const part of request) response.write('');
  for (let at = 0; at < ${html.length}; at += 500) response.write(${JSON.stringify(html)}.slice(at, at + 500));
  response.end();`;

let url = '';
let stop: () => Promise<void>;
const second = Promise.withResolvers<undefined>();
const [began, ended] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
const closed: (string | undefined)[] = [];
beforeAll(async () => {
  const dir = mkdtempSync(join(tmpdir(), 'opencharter-compress-'));
  const site = await openEdition(dir, { page: html, notFound, handler });
  const server = createPortalServer({
    site: () => site,
    locals: () => ({ second: second.promise, began: began.resolve, ended: ended.resolve }),
    clientAddress: (remote) => remote,
    secure: false,
    cacheBytes: 1_000_000,
    log: () => undefined,
  });
  server.on('request', (request, response) => response.once('close', () => closed.push(request.url)));
  await listen(server, '127.0.0.1', 0);
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stop = async () => {
    await stopServer(server, 0);
    rmSync(dir, { recursive: true, force: true });
  };
});
afterAll(() => stop());

interface Raw {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

async function open(path: string, acceptEncoding?: string, method = 'GET'): Promise<IncomingMessage> {
  const asked = httpRequest(`${url}${path}`, {
    method,
    headers: acceptEncoding === undefined ? {} : { 'accept-encoding': acceptEncoding },
  });
  asked.end(method === 'POST' ? 'verdict=yes' : undefined);
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  return response;
}

/** Asks as a browser does and leaves the body as it came over the line. */
async function ask(path: string, acceptEncoding?: string, method?: string): Promise<Raw> {
  const response = await open(path, acceptEncoding, method);
  return {
    status: response.statusCode,
    headers: response.headers,
    body: Buffer.concat((await response.toArray()) as Buffer[]),
  };
}

function unpacked({ headers, body }: Raw): string {
  const encoding = headers['content-encoding'];
  return (encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body).toString();
}

describe('a page made on demand', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['GZIP', 'gzip'],
    ['x-gzip', 'gzip'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['br ; q=1.000, gzip', 'br'],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
    ['gzip;q=0', undefined],
    ['gzip; q=0.000, br;Q=0', undefined],
    ['*;q=0', undefined],
    ['identity', undefined],
    ['identity, gzip;q=0.5', undefined],
    ['deflate, zstd', undefined],
    ['gzipped, embr', undefined],
    ['gzip;q=much', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('goes to a browser that accepts "%s" as %s, and so does a file', async (accepted, encoding) => {
    for (const path of ['/search/?q=water', '/']) {
      const answer = await ask(path, accepted);
      expect(answer.headers['content-encoding'], path).toBe(encoding);
      expect(answer.headers.vary, path).toBe('Accept-Encoding');
      expect(unpacked(answer), path).toBe(html);
      if (encoding) expect(answer.body.length, path).toBeLessThan(html.length / 4);
    }
  });

  it.each([
    '/sw/search/',
    '/statistics/',
    '/statistics/addresses/',
    '/sw/feedback/',
    '/oembed.json?type=application/json',
    '/statistics/all.csv?type=text/csv',
  ])('is compressed where it holds nobody’s secret: %s', async (path) => {
    expect((await ask(path, 'gzip')).headers['content-encoding']).toBe('gzip');
  });

  it.each(['/cases/', '/cases/view/?q=water', '/sw/cases/new/', '/cases/export.json', '/CASES/view/', '/later/'])(
    'is as long as it is where a secret may stand beside words of a stranger, or nobody has thought about it: %s',
    async (path) => {
      const answer = await ask(path, 'gzip, br');
      expect(answer.headers['content-encoding']).toBeUndefined();
      expect(answer.body).toHaveLength(answer.status === 308 ? 0 : html.length);
    },
  );

  it('says no length that is no longer right', async () => {
    const packed = await ask('/search/?length', 'gzip');
    expect(packed.headers['content-length']).toBeUndefined();
    expect(unpacked(packed)).toBe(html);
    expect((await ask('/search/?length', 'identity')).headers['content-length']).toBe(String(html.length));
  });

  it('has the same headers when only they are asked for', async () => {
    const { headers } = await ask('/search/?length', 'br');
    const head = await ask('/search/?length', 'br', 'HEAD');
    for (const name of ['content-type', 'content-encoding', 'vary', 'content-security-policy'])
      expect(head.headers[name], name).toBe(headers[name]);
    expect(head.headers['content-encoding']).toBe('br');
    expect([head.headers['content-length'], head.body.length]).toEqual([undefined, 0]);
  });

  it('has no encoding where it has no body, and a tag that is only as good as the bytes', async () => {
    const unchanged = await ask('/search/?status=304&etag', 'br');
    expect([unchanged.status, unchanged.headers['content-encoding'], unchanged.headers.vary]).toEqual([
      304,
      undefined,
      'Accept-Encoding',
    ]);
    expect((await ask('/search/?etag', 'br')).headers.etag).toBe('W/"one"');
  });

  it.each(['/search/?encoded', '/search/?type=image/png', '/search/?type=application/octet-stream'])(
    'is left alone where it is packed already: %s',
    async (path) => {
      expect(['zstd', undefined]).toContain((await ask(path, 'gzip')).headers['content-encoding']);
      expect((await ask(path, 'gzip')).body).toHaveLength(html.length);
    },
  );

  it.each([
    ['Cookie', 'Cookie, Accept-Encoding'],
    ['accept-encoding', 'accept-encoding'],
    ['*', '*'],
  ])('keeps what else it varies by: %s', async (vary, expected) => {
    expect((await ask(`/search/?vary=${vary}`, 'gzip')).headers.vary).toBe(expected);
  });

  it('is compressed in answer to a form too', async () => {
    const answer = await ask('/feedback/', 'gzip', 'POST');
    expect([answer.headers['content-encoding'], unpacked(answer)]).toEqual(['gzip', html]);
  });

  it('that does not exist is told compressed', async () => {
    for (const path of ['/nowhere/', '/%zz/']) {
      const answer = await ask(path, 'br');
      expect([answer.status, answer.headers['content-encoding'], unpacked(answer)]).toEqual([404, 'br', notFound]);
      const head = await ask(path, 'br', 'HEAD');
      expect([head.status, head.headers['content-encoding'], head.body.length]).toEqual([404, 'br', 0]);
    }
  });

  it('shows its beginning while the rest is being made', async () => {
    const unpack = {
      gzip: (bytes: Buffer) => gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).toString(),
      br: (bytes: Buffer) => brotliDecompressSync(bytes, { finishFlush: constants.BROTLI_OPERATION_FLUSH }).toString(),
    };
    const shown: string[] = [];
    await Promise.all(
      (['gzip', 'br'] as const).map(async (encoding) => {
        const parts: Buffer[] = [];
        for await (const part of await open('/search/?slow', encoding)) {
          parts.push(part as Buffer);
          // The rest is made only when the beginning of both was seen.
          if (unpack[encoding](Buffer.concat(parts)) === '<p>First.</p>' && shown.push(encoding) === 2)
            second.resolve(undefined);
        }
        expect(unpack[encoding](Buffer.concat(parts))).toBe('<p>First.</p><p>Second.</p>');
      }),
    );
  });

  it('that fails half-way is broken off, not ended as if it were whole', async () => {
    await expect(ask('/search/?half', 'gzip')).rejects.toThrow();
  });

  it('goes in HTTP/1.0, which knows no pieces, until the line ends', async () => {
    const line = connect(Number(new URL(url).port), '127.0.0.1');
    line.write('GET /search/ HTTP/1.0\r\nAccept-Encoding: gzip\r\n\r\n');
    const answer = Buffer.concat((await line.toArray()) as Buffer[]);
    const [head = '', ...rest] = answer.toString('latin1').split('\r\n\r\n');
    expect(head).toMatch(/Content-Encoding: gzip/);
    expect(head).not.toMatch(/chunked/i);
    expect(gunzipSync(Buffer.from(rest.join('\r\n\r\n'), 'latin1')).toString()).toBe(html);
  });

  // What packs a body holds memory that no collector of garbage gives back, until it is closed.
  it('is not packed for somebody who left before it began', async () => {
    let packers = 0;
    const hook = createHook({ init: (_, type) => void (packers += Number(type === 'ZLIB')) }).enable();
    const asked = httpRequest(`${url}/search/?late`, { headers: { 'accept-encoding': 'gzip' } });
    asked.once('error', () => undefined).end();
    await began.promise;
    asked.destroy();
    await ended.promise;
    expect(packers).toBe(0);
    await ask('/search/', 'gzip');
    hook.disable();
    expect(packers).toBe(1);
  });

  it('is given up when nobody waits for it any more, and the next is answered', async () => {
    for (let time = 0; time < 5; time++) (await open('/search/?q=left', 'br')).destroy();
    const whole = await ask('/search/?q=left', 'br');
    expect(unpacked(whole)).toBe(html);
    await expect.poll(() => closed.filter((path) => path === '/search/?q=left').length).toBe(6);
  });
});
