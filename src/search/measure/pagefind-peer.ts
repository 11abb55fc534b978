import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { createIndex } from 'pagefind';
import { agenciesOf, type Peer, type PeerDocument } from './peer.ts';

interface PagefindModule {
  options(options: { basePath: string; baseUrl: string; noWorker: boolean }): Promise<void>;
  search(
    query: string,
    options: { filters: Record<string, string> },
  ): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
}

/** More hits than this are not looked at: each is a fetch. */
const HITS_MAX = 12;

/** Plain Pagefind: its own module and index, asked with the query as typed and the country as a filter. */
export async function pagefindPeer(documents: PeerDocument[]): Promise<Peer> {
  const folder = await mkdtemp(join(tmpdir(), 'opencharter-pagefind-'));
  await writeIndex(documents, folder);
  const wire = { bytes: 0 };
  const server = await serve(folder, wire);
  const scripts = gzipSync(await readFile(join(folder, 'pagefind.js'))).length;
  const pagefind = (await import(pathToFileURL(join(folder, 'pagefind.js')).href)) as PagefindModule;
  await pagefind.options({
    basePath: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    baseUrl: '/',
    noWorker: true,
  });
  const byId = new Map(documents.map((document) => [document.id, document]));
  const bytes: number[] = [];
  return {
    name: 'Pagefind alone',
    async search(q, country) {
      wire.bytes = 0;
      const found = await pagefind.search(q, { filters: country ? { country } : {} });
      const hits = await Promise.all(found.results.slice(0, HITS_MAX).map((result) => result.data()));
      bytes.push(wire.bytes);
      return agenciesOf(
        hits.map((hit) => hit.url),
        byId,
      );
    },
    get bytes() {
      const [first = 0, ...following] = bytes;
      return {
        first: scripts + first,
        following: following.reduce((total, value) => total + value, 0) / Math.max(1, following.length),
      };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function writeIndex(documents: PeerDocument[], folder: string): Promise<void> {
  const created = await createIndex();
  if (!created.index) throw new Error(`Pagefind could not start: ${created.errors.join('; ')}`);
  for (const { id, country, title, names, text } of documents) {
    const { errors } = await created.index.addCustomRecord({
      url: id,
      content: `${title}. ${names}. ${text}`,
      language: 'en',
      meta: { title },
      filters: { country: [country] },
    });
    if (errors.length > 0) throw new Error(`Pagefind refused ${id}: ${errors.join('; ')}`);
  }
  const { errors } = await created.index.writeFiles({ outputPath: folder });
  if (errors.length > 0) throw new Error(`Pagefind could not write its index: ${errors.join('; ')}`);
  await created.index.deleteIndex();
}

async function serve(folder: string, wire: { bytes: number }): Promise<Server> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    readFile(join(folder, path)).then(
      (content) => {
        wire.bytes += gzipSync(content).length;
        response.end(content);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}
