import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { loadFromFolder } from '../search/load-files.ts';
import { createSearch, type Search } from '../search/create-search.ts';
import type { Register } from '../register/register.ts';
import { compressAnswer, mayBeCompressed } from './compress-answers.ts';
import { readEditionRecord } from './edition-record.ts';
import { openApp } from './rendering/built-app.ts';
import { filePath, type EditionFiles } from './serve/edition-files.ts';
import { filesOfFolder } from './serve/folder-files.ts';
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
  /** What is answered from files. */
  files: EditionFiles;
  /** Answers a request for a page made on demand; calls `next` when the edition has no such address. */
  handle(request: IncomingMessage, response: ServerResponse, locals: object, next: (error?: unknown) => void): void;
  /** A plain page for an error, without running any of the site's code. */
  errorPage(status: 404 | 500): string;
}

export interface SiteOptions {
  outDir: string;
  version: string;
  /** The content of the edition. */
  register: Register;
  siteUrl: string;
}

/** Opens a built edition. It can be opened beside an older one, which goes on serving until the new one takes over. */
export async function openSite({ outDir, version, register, siteUrl }: SiteOptions): Promise<Site> {
  const client = join(outDir, 'client');
  const { commit, appDir } = await readEditionRecord(outDir);
  const app = await openApp(appDir, siteUrl);
  const files = await filesOfFolder(client);
  const [notFound, failure] = await Promise.all(['/404.html', '/500.html'].map((path) => readPage(files, path)));
  return {
    version,
    ...(commit ? { commit } : {}),
    register,
    hasPage: (pathname) => isOpenPage(pathname) || files.at(filePath(pathname)) !== undefined,
    search: createSearch({ load: loadFromFolder(join(client, 'search-index')) }),
    files,
    handle(request, response, locals, next) {
      if (mayBeCompressed((request.url ?? '/').split('?', 1)[0] ?? '/')) compressAnswer(request, response);
      app.answer(request, response, next, locals).catch(next);
    },
    errorPage: (status) => (status === 404 ? notFound : failure) ?? '',
  };
}

async function readPage(files: EditionFiles, path: string): Promise<string> {
  const record = files.at(path);
  if (!record) throw new Error(`The edition has no page ${path}; build it anew.`);
  return (await files.read(record)).identity.toString('utf8');
}
