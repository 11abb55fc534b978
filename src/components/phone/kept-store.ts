import type { KeptList } from '../../views/phone/kept-list.ts';

/*
 * What is kept of agencies lies in the browser's caches: one for each agency, named for its address and for when it was
 * kept, and one with the page that stands in for all others. The worker looks through them all.
 */

/** The list of an agency's pages, and when the portal sent it. */
export interface DatedList {
  list: KeptList;
  day: Date;
  /** As it is stored. */
  answer: Response;
}

const SHELL = 'kept shell';
const AGENCY = 'kept agency ';
/** What a page needs to be shown; letters are drawn with the phone's own where the portal's are not at hand. */
const PARTS = /(?:\/assets\/|["']\.\/)([\w.-]+\.(?:css|js))(?=["'])/g;
/** What stands in for other pages is not printed. */
const PRINTING = /<link media="print"[^>]*>/;
/** What goes into the store with a page. What it came packed in is gone by then, and a Vary could keep it from being found. */
const HEADERS = ['content-type', 'date', 'content-security-policy', 'x-content-type-options', 'referrer-policy'];

/** The line broke, or what came is not what was asked for. */
export class NotGathered extends Error {}

/** Asks the portal which pages of an agency may be kept. Rejects with `NotGathered` where it does not answer. */
export async function fetchList(path: string): Promise<DatedList> {
  return read(await sent(path, 'no-cache'));
}

/**
 * Keeps an agency's pages in place of those that were kept before, once all of them have come. Rejects with `NotGathered`
 * where they do not, and with the browser's own error where there is no room; what was kept before stays then.
 */
export async function keepAgency(
  path: string,
  { list: { href, pages, shell }, answer }: DatedList,
  progress: (done: number, pages: number) => void,
): Promise<void> {
  const shellFiles = new Map<string, Response>();
  await gatherPage(shell, shellFiles, PRINTING);
  await replace(`${AGENCY}${href} `, async (files) => {
    for (const [done, page] of pages.entries()) {
      progress(done + 1, pages.length);
      await gatherPage(page, files);
    }
    files.set(path, answer);
    // The agency is stored last: where anything else fails, none of it is kept.
    await replace(SHELL, (kept) => shellFiles.forEach((file, at) => kept.set(at, file)));
  }).catch(async (error: unknown) => {
    if ((await keptLists()).length === 0) await drop(SHELL);
    throw error;
  });
}

/** The lists of the agencies that are kept. */
export async function keptLists(): Promise<DatedList[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(AGENCY));
  const lists = await Promise.all(names.map(listIn));
  return lists.filter((list): list is DatedList => list !== undefined);
}

/** Lets go of an agency; with the last one, of everything that was kept for it. */
export async function dropAgency(href: string): Promise<void> {
  await drop(`${AGENCY}${href} `);
  if ((await keptLists()).length === 0) await drop(SHELL);
}

/** The only file in a cache that is no page and no part of one. */
async function listIn(cacheName: string): Promise<DatedList | undefined> {
  const cache = await caches.open(cacheName);
  const path = (await cache.keys()).find(({ url }) => url.endsWith('.json'));
  const answer = path && (await cache.match(path));
  return answer && read(answer);
}

async function read(answer: Response): Promise<DatedList> {
  const list = (await answer.clone().json()) as KeptList;
  return { list, day: new Date(answer.headers.get('date') ?? NaN), answer };
}

/** Fills a new cache, and drops those of the same name only when all is in it. */
async function replace(name: string, fill: (files: Map<string, Response>) => unknown): Promise<void> {
  const files = new Map<string, Response>();
  await fill(files);
  const fresh = `${name}${Date.now()}`;
  try {
    const cache = await caches.open(fresh);
    for (const [path, response] of files) await cache.put(path, response);
  } catch (error) {
    await caches.delete(fresh);
    throw error;
  }
  await drop(name, fresh);
}

async function drop(name: string, but?: string): Promise<void> {
  for (const other of await caches.keys()) if (other.startsWith(name) && other !== but) await caches.delete(other);
}

/** Fetches a page and all that it needs, which their addresses in it tell; `but` leaves out some of that. */
async function gatherPage(path: string, files: Map<string, Response>, but?: RegExp): Promise<void> {
  const page = await sent(path, 'no-cache');
  files.set(path, page);
  const html = await page.clone().text();
  await gatherParts(but ? html.replace(but, '') : html, files);
}

/** What has its hash in its name is taken from the browser's own cache, where it is there. */
async function gatherParts(text: string, files: Map<string, Response>): Promise<void> {
  for (const [, name = ''] of text.matchAll(PARTS)) {
    const path = `/assets/${name}`;
    if (files.has(path)) continue;
    const part = await sent(path, 'default');
    files.set(path, part);
    await gatherParts(await part.clone().text(), files);
  }
}

/** What the portal sends, as it may be stored: whole, its own, and with the day on which it was sent. */
async function sent(path: string, cache: RequestCache): Promise<Response> {
  const response = await fetch(path, { cache }).catch((cause: unknown) => {
    throw new NotGathered(path, { cause });
  });
  // Some hosts of files lead to the same address without its closing slash; anything else is another page.
  const bare = (address: string): string => address.replace(/\/$/, '');
  const own = response.type === 'basic' && bare(new URL(response.url).pathname) === bare(path);
  if (!own || response.status !== 200 || Number.isNaN(Date.parse(response.headers.get('date') ?? '')))
    throw new NotGathered(path);
  const headers = HEADERS.flatMap((name): [string, string][] => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  // A line that breaks halfway through breaks here.
  const body = await response.blob().catch((cause: unknown) => {
    throw new NotGathered(path, { cause });
  });
  return new Response(body, { headers });
}
