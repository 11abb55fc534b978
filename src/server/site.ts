import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';
import { loadFromFolder } from '../search/load-files.ts';
import { createSearch, type Search } from '../search/create-search.ts';
import type { Register } from '../register/register.ts';
import { keepAcceptedEncoding } from './accepted-encoding.ts';
import { compressAnswer, mayBeCompressed } from './compress-answers.ts';
import { readEditionCommit } from './edition-commit.ts';
import { cacheControl, contentType } from './headers.ts';
import { keepPlainRange } from '../web/plain-range.ts';
import { isOpenPage } from './small-letters.ts';

/**
 * One built edition of the portal: its static files, its on-demand pages, its search index and the content it was built
 * from.
 */
export interface Site {
  version: string;
  /** The commit that its content was read from, where that is known. */
  commit?: string;
  register: Register;
  /** Answers whether a page that is read lies at an address. */
  hasPage(pathname: string): boolean;
  search: Search;
  /** Answers a request from static files or on-demand pages; calls `next` when the edition has no such address. */
  handle(request: IncomingMessage, response: ServerResponse, locals: object, next: (error?: unknown) => void): void;
  /** A plain page for an error, without running any of the site's code. */
  errorPage(status: 404 | 500): string;
}

type AstroHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
  locals: object,
) => Promise<void>;

/** Opens a built edition. It can be opened beside an older one, which goes on serving until the new one takes over. */
export async function openSite(outDir: string, version: string, register: Register): Promise<Site> {
  const client = join(outDir, 'client');
  const commit = await readEditionCommit(outDir);
  const { handler } = (await import(pathToFileURL(join(outDir, 'server', 'entry.mjs')).href)) as {
    handler: AstroHandler;
  };
  const [notFound, failure] = await Promise.all(
    ['404.html', '500.html'].map((name) => readFile(join(client, name), 'utf8')),
  );
  const files = sirv(client, {
    etag: true,
    gzip: true,
    brotli: true,
    setHeaders: (response, pathname) => {
      response.setHeader('Cache-Control', cacheControl(pathname));
      const type = contentType(pathname);
      if (type) response.setHeader('Content-Type', type);
    },
  });
  return {
    version,
    ...(commit ? { commit } : {}),
    register,
    hasPage: (pathname) => isOpenPage(pathname) || existsSync(join(client, ...pathname.split('/'), 'index.html')),
    search: createSearch({ load: loadFromFolder(join(client, 'search-index')) }),
    handle(request, response, locals, next) {
      const dynamic = (): void => {
        if (mayBeCompressed((request.url ?? '/').split('?', 1)[0] ?? '/')) compressAnswer(request, response);
        handler(request, response, next, locals).catch(next);
      };
      keepPlainRange(request);
      keepAcceptedEncoding(request);
      if (request.method === 'GET' || request.method === 'HEAD') files(request, response, dynamic);
      else dynamic();
    },
    errorPage: (status) => (status === 404 ? notFound : failure) ?? '',
  };
}
