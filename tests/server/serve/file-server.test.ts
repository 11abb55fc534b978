import { createServer, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { IncomingMessage } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { EditionFiles, FileBodies, FileRecord } from '../../../src/server/serve/edition-files.ts';
import { createFileServer } from '../../../src/server/serve/file-server.ts';

const page = Buffer.from(`<h1>${'Water connection '.repeat(200)}</h1>`);
const packed = { identity: page, gzip: gzipSync(page), br: brotliCompressSync(page) };

interface Shelf extends EditionFiles {
  /** Paths that were read, in turn. */
  reads: string[];
}

/** Files in memory: hash and bodies by path. */
function shelf(files: Record<string, { hash: string; bodies: FileBodies }>): Shelf {
  const reads: string[] = [];
  const records = new Map<string, FileRecord>(
    Object.entries(files).map(([path, { hash, bodies }]) => [path, { path, hash, size: bodies.identity.byteLength }]),
  );
  return {
    reads,
    at: (path) => records.get(path),
    read({ path }) {
      reads.push(path);
      const found = files[path];
      return found ? Promise.resolve(found.bodies) : Promise.reject(new Error('gone'));
    },
  };
}

const water = { '/water/index.html': { hash: 'one', bodies: packed } };

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}
type Ask = (path: string, headers?: Record<string, string>, method?: string) => Promise<Answer>;

/** Serves what `current` gives at each request; what is no file is told by 404, what cannot be read by 500. */
async function serve(current: () => EditionFiles | undefined, cacheBytes = 1_000_000): Promise<Ask> {
  const files = createFileServer({ files: current, cacheBytes, secure: true });
  const server = createServer((request, response) => {
    const failed = (): void => void response.writeHead(500).end();
    if (!files.answer(request, response, failed)) response.writeHead(404).end();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return async (path, headers = {}, method = 'GET') => {
    const [response] = (await once(httpRequest({ port, path, headers, method }).end(), 'response')) as [
      IncomingMessage,
    ];
    const body = Buffer.concat((await response.toArray()) as Buffer[]);
    return { status: response.statusCode, headers: response.headers, body };
  };
}

describe('a file', () => {
  it('is read once for all who ask at once, and then sent from memory', async () => {
    const files = shelf(water);
    const ask = await serve(() => files);
    for (let round = 0; round < 2; round++)
      for (const { status, body } of await Promise.all([1, 2, 3, 4].map(() => ask('/water/'))))
        expect([status, body.equals(page)]).toEqual([200, true]);
    expect(files.reads).toEqual(['/water/index.html']);
  });

  it('is read anew where memory is short, and answered all the same', async () => {
    const files = shelf({
      ...water,
      '/roads/index.html': { hash: 'two', bodies: { identity: Buffer.from('Roads.') } },
    });
    const ask = await serve(() => files, 100);
    for (const path of ['/water/', '/roads/', '/water/'])
      expect([(await ask(path)).status, files.reads.length]).toEqual([200, expect.any(Number)]);
    expect(files.reads).toHaveLength(3);
  });

  it('that did not change outlives a change of edition, and one that did is read', async () => {
    let files = shelf(water);
    const ask = await serve(() => files);
    await ask('/water/');
    files = shelf(water);
    expect([(await ask('/water/')).body.equals(page), files.reads]).toEqual([true, []]);
    files = shelf({ '/water/index.html': { hash: 'new', bodies: { identity: Buffer.from('Dry.') } } });
    expect((await ask('/water/')).body.toString()).toBe('Dry.');
    files = shelf({});
    expect((await ask('/water/')).status).toBe(404);
  });

  it('with the same bytes at two addresses has the headers of each', async () => {
    const same = { hash: 'same', bodies: packed };
    const files = shelf({ '/water/index.html': same, '/embed/water/index.html': same, '/feed.xml': same });
    const ask = await serve(() => files);
    for (let round = 0; round < 2; round++) {
      expect((await ask('/water/')).headers['content-security-policy']).toContain("frame-ancestors 'self'");
      expect((await ask('/embed/water/')).headers['content-security-policy']).toContain('frame-ancestors *');
      expect((await ask('/feed.xml')).headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    }
    expect(files.reads).toHaveLength(3);
  });

  it('that cannot be read is told so', async () => {
    const record = { path: '/lost/index.html', hash: 'lost', size: 1 };
    const ask = await serve(() => ({ at: () => record, read: () => Promise.reject(new Error('gone')) }));
    expect((await ask('/lost/')).status).toBe(500);
    expect((await ask('/lost/')).status).toBe(500);
  });

  it('is found behind a question mark and by its encoded name, and a broken name finds nothing', async () => {
    const files = shelf({ '/maji safi.txt': { hash: 'three', bodies: { identity: Buffer.from('Maji.') } } });
    const ask = await serve(() => files);
    expect((await ask('/maji%20safi.txt?from=poster')).body.toString()).toBe('Maji.');
    expect((await ask('/maji%zzsafi.txt')).status).toBe(404);
  });

  it('with a name that changes with its bytes may be kept for a year, and any other is asked for anew', async () => {
    const files = shelf({ ...water, '/assets/a.b1c2.css': { hash: 'css', bodies: packed } });
    const ask = await serve(() => files);
    expect((await ask('/assets/a.b1c2.css')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await ask('/water/')).headers['cache-control']).toBe('public, max-age=0, must-revalidate');
  });
});

describe('a file with compressed copies', () => {
  const ask = async (...asked: Parameters<Ask>): Promise<Answer> => {
    const files = shelf({ ...water, '/pin.png': { hash: 'png', bodies: { identity: Buffer.from('png') } } });
    return (await serve(() => files))(...asked);
  };

  it.each([
    ['br, gzip', 'br', packed.br],
    ['gzip, br;q=0.5', 'gzip', packed.gzip],
    ['gzip', 'gzip', packed.gzip],
    ['identity', undefined, page],
  ] as const)('goes to who accepts "%s" as %s, the headers alone too', async (accepted, encoding, bytes) => {
    const headers = { 'accept-encoding': accepted };
    const whole = await ask('/water/', headers);
    expect([whole.headers['content-encoding'], whole.body.equals(bytes)]).toEqual([encoding, true]);
    const head = await ask('/water/', headers, 'HEAD');
    expect(head.body).toHaveLength(0);
    delete head.headers.date;
    delete whole.headers.date;
    expect(head.headers).toEqual(whole.headers);
  });

  it('is sent in the copy that there is', async () => {
    const files = shelf({ '/water/index.html': { hash: 'one', bodies: { identity: page, gzip: packed.gzip } } });
    const answer = await (await serve(() => files))('/water/', { 'accept-encoding': 'br, gzip' });
    expect([answer.headers['content-encoding'], answer.body.equals(packed.gzip)]).toEqual(['gzip', true]);
  });

  // One tag for all encodings makes a cache join parts of different bytes (hapijs/inert#7).
  it('has a tag of its own for each encoding', async () => {
    const accepted = ['br', 'gzip', 'identity'];
    const answers = await Promise.all(accepted.map((name) => ask('/water/', { 'accept-encoding': name })));
    expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(3);
  });

  // A cache in between would give the bare page to a browser that accepts a copy (honojs/hono#5290), and keep a picture
  // once for each browser (lukeed/sirv#173).
  it('is kept apart by encoding in caches, whichever is sent, and a file without copies is not', async () => {
    for (const name of ['br', 'identity'])
      expect((await ask('/water/', { 'accept-encoding': name })).headers.vary).toBe('Accept-Encoding');
    expect((await ask('/pin.png', { 'accept-encoding': 'br' })).headers.vary).toBeUndefined();
  });

  it.each([
    ['the tag', (tag: string) => tag],
    ['the tag made weak on the way', (tag: string) => `W/${tag}`],
    ['one of several tags', (tag: string) => `"other", ${tag}`],
    ['anything', () => '*'],
  ])('is not sent again to who has %s, and says so with what caches renew', async (_, known) => {
    const first = await ask('/water/', { 'accept-encoding': 'br' });
    const again = await ask('/water/', { 'accept-encoding': 'br', 'if-none-match': known(first.headers.etag ?? '') });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    for (const name of ['etag', 'vary', 'cache-control', 'content-security-policy'])
      expect([name, again.headers[name]]).toEqual([name, first.headers[name]]);
    expect(again.headers['content-encoding']).toBeUndefined();
  });

  it('is sent to who has another encoding or another file', async () => {
    const { headers } = await ask('/water/', { 'accept-encoding': 'gzip' });
    for (const known of [headers.etag ?? '', '"other"', ''])
      expect((await ask('/water/', { 'accept-encoding': 'br', 'if-none-match': known })).status).toBe(200);
  });
});

describe('a part of a file', () => {
  const ask = async (...asked: Parameters<Ask>): Promise<Answer> => {
    const files = shelf(water);
    return (await serve(() => files))(...asked);
  };

  // Peers send no parts of a file that is packed in advance (google/ngx_brotli#132), so a download starts over.
  it.each(['br', 'gzip', 'identity'] as const)('is counted in the bytes of its encoding: %s', async (name) => {
    const headers = { 'accept-encoding': name };
    const [head, tail] = [
      await ask('/water/', { ...headers, range: 'bytes=0-9' }),
      await ask('/water/', { ...headers, range: 'bytes=10-' }),
    ];
    expect([head.status, tail.status]).toEqual([206, 206]);
    expect(head.headers['content-range']).toBe(`bytes 0-9/${packed[name].byteLength}`);
    expect(head.headers['content-encoding']).toBe(name === 'identity' ? undefined : name);
    expect(Buffer.concat([head.body, tail.body]).equals(packed[name])).toBe(true);
  });

  it('goes on only with the very bytes it began with, or else the whole is sent', async () => {
    const headers = { 'accept-encoding': 'br', range: 'bytes=10-' };
    const { etag = '' } = (await ask('/water/', headers)).headers;
    expect((await ask('/water/', { ...headers, 'if-range': etag })).status).toBe(206);
    const gzip = (await ask('/water/', { 'accept-encoding': 'gzip' })).headers.etag ?? '';
    for (const other of [gzip, `W/${etag}`, '"older"', 'Mon, 30 Nov 2026 09:00:00 GMT']) {
      const whole = await ask('/water/', { ...headers, 'if-range': other });
      expect([other, whole.status, whole.body.equals(packed.br)]).toEqual([other, 200, true]);
    }
  });

  it('beyond its end is refused with its length, and with the headers of the address', async () => {
    const refused = await ask('/water/', { range: 'bytes=99999-' });
    expect([refused.status, refused.body.length]).toEqual([416, 0]);
    expect(refused.headers['content-range']).toBe(`bytes */${page.byteLength}`);
    expect(refused.headers['x-content-type-options']).toBe('nosniff');
  });

  it('is not sent to who has the file, nor where only the headers are asked for', async () => {
    const { etag = '' } = (await ask('/water/')).headers;
    expect((await ask('/water/', { range: 'bytes=0-9', 'if-none-match': etag })).status).toBe(304);
    expect((await ask('/water/', { range: 'bytes=0-9' }, 'HEAD')).status).toBe(200);
  });
});
