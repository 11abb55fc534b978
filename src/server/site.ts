import type { IncomingMessage, ServerResponse } from 'node:http';
import { createSearch, type Search } from '../search/create-search.ts';
import type { Register } from '../register/register.ts';
import { compressAnswer, mayBeCompressed } from './compress-answers.ts';
import type { Edition } from './edition/edition.ts';
import { searchFolders } from './edition/search-folders.ts';
import type { ObjectStore } from './edition/object-store.ts';
import type { BuiltApp } from './rendering/built-app.ts';
import type { EditionView } from './rendering/edition-view.ts';
import { filePath, type EditionFiles } from './serve/edition-files.ts';
import { isOpenPage } from './small-letters.ts';

/**
 * One edition of the portal as it serves: its files, its on-demand pages, its search index and the content it was made
 * from.
 */
export interface Site {
  version: string;
  /** The commit that its content was read from, where that is known. */
  commit?: string | undefined;
  /** Its content. Just after a start it is still being read. */
  register: Promise<Register>;
  /** Answers whether a page that is read lies at an address. */
  hasPage(pathname: string): boolean;
  search: Search;
  /** What is answered from files. */
  files: EditionFiles;
  /** Makes the page at an address of an edition from other content than its own. Rejects with what went wrong on it. */
  render(path: string, view: EditionView): Promise<string>;
  /** Answers a request for a page made on demand; calls `next` when the edition has no such address. */
  handle(request: IncomingMessage, response: ServerResponse, locals: object, next: (error?: unknown) => void): void;
  /** A plain page for an error, without running any of the site's code. */
  errorPage(status: 404 | 500): string;
}

export interface SiteOptions {
  edition: Edition;
  objects: ObjectStore;
  version: string;
  register: Promise<Register>;
  /** The compiled pages. Whoever asks for one that is made on demand waits until they are. */
  app: Promise<BuiltApp>;
}

/** Opens an edition. It can be opened beside an older one, which goes on serving until the new one takes over. */
export async function openSite({ edition, objects, version, register, app }: SiteOptions): Promise<Site> {
  const files: EditionFiles = { at: (path) => edition.files.get(path), read: (record) => objects.read(record) };
  const [notFound, failure] = await Promise.all(['/404.html', '/500.html'].map((path) => readText(files, path)));
  const load = async (path: string): Promise<unknown> =>
    JSON.parse(await readText(files, searchFolders.own + path)) as unknown;
  // Whoever asks for a page that is made on demand is told; nobody may.
  app.catch(() => undefined);
  return {
    version,
    commit: edition.commit,
    register,
    hasPage: (pathname) => isOpenPage(pathname) || files.at(filePath(pathname)) !== undefined,
    search: createSearch({ load }),
    files,
    handle(request, response, locals, next) {
      if (mayBeCompressed((request.url ?? '/').split('?', 1)[0] ?? '/')) compressAnswer(request, response);
      app
        .then((pages) => pages.answer(request, response, next, locals))
        .catch((error: unknown) => {
          // Whoever has left is answered no more; what they broke off is no fault of ours.
          if (!request.socket.destroyed) next(error);
        });
    },
    render: async (path, view) => (await app).render(path, view),
    errorPage: (status) => (status === 404 ? notFound : failure) ?? '',
  };
}

async function readText(files: EditionFiles, path: string): Promise<string> {
  const record = files.at(path);
  if (!record) throw new Error(`The edition has no file ${path}; build it anew.`);
  return (await files.read(record)).identity.toString('utf8');
}
