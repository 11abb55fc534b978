import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { adminCsp } from '../../src/cms/admin-csp.ts';
import type { Cms } from '../../src/cms/create-cms.ts';
import { compileEditor } from '../../src/server/rendering/compile-editor.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

const FOR_A_YEAR = 'public, max-age=31536000, immutable';

/** Serves /admin/ and the CMS as the portal does, for a real browser. */
export async function serveAdmin(cms: () => Cms): Promise<{ url: string; server: Server }> {
  const folder = await compileEditor({ repoDir: resolve(import.meta.dirname, '..', '..'), env: process.env });
  const server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host}`);
    const answer = async (): Promise<void> => {
      if (url.pathname.startsWith('/api/cms')) {
        const response = await cms().handle(await toRequest(incoming, url));
        outgoing.writeHead(response.status, Object.fromEntries(response.headers));
        outgoing.end(Buffer.from(await response.arrayBuffer()));
        return;
      }
      const file = join(folder, url.pathname === '/admin/' ? '/admin/index.html' : url.pathname);
      if (!existsSync(file)) {
        outgoing.writeHead(404).end();
        return;
      }
      outgoing.writeHead(200, {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': adminCsp,
        ...(url.pathname.startsWith('/admin/assets/') ? { 'cache-control': FOR_A_YEAR } : {}),
      });
      outgoing.end(await readFile(file));
    };
    answer().catch((error: unknown) => outgoing.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

async function toRequest(incoming: IncomingMessage, url: URL): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD';
  return new Request(url, { method: incoming.method, headers, ...(hasBody ? { body: Buffer.concat(chunks) } : {}) });
}
