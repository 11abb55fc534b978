import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EditionView } from './edition-view.ts';

/** The pages, compiled. They hold no content: it is passed in with each page. */
export interface BuiltApp {
  /** Takes the portal's address, for links that have to be whole and for telling its own forms from others'. */
  tellAddress(siteUrl: string): void;
  /** Makes the page, feed or file at an address of an edition. Rejects with what went wrong on it. */
  render(path: string, edition: EditionView): Promise<string>;
  /** Answers a visitor from a page made on demand; calls `next` where there is none, and with the fault of one. */
  answer(
    request: IncomingMessage,
    response: ServerResponse,
    next: (error?: unknown) => void,
    locals: object,
  ): Promise<void>;
}

/** Opens compiled pages for a portal's address. They are loaded once in a process, however many editions it serves. */
export async function openApp(appDir: string, siteUrl: string): Promise<BuiltApp> {
  const app = (await import(pathToFileURL(join(appDir, 'server', 'entry.mjs')).href)) as BuiltApp;
  app.tellAddress(siteUrl);
  return app;
}
