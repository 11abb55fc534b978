import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { History } from '../../history/change.ts';
import { HistoryMemory, readHistory } from '../../history/read-history.ts';
import { changedHistory } from '../../history/track.ts';
import { MEDIA_FOLDER } from '../../lib/content-place.ts';
import { changedSources } from '../../register/changed-sources.ts';
import { ContentMemory } from '../../register/content-memory.ts';
import { loadRegister } from '../../register/load.ts';
import type { Register } from '../../register/register.ts';
import { loadVocabulary } from '../../search/load-vocabulary.ts';
import { editionPaths, fileOf, type FurtherPages } from '../../site/paths.ts';
import { atNoon, portalDay } from '../../site/portal-day.ts';
import { compileApp } from '../rendering/compile-app.ts';
import type { FileRecord } from '../serve/edition-files.ts';
import { objectsIn, type Edition, type SourceChange } from './edition.ts';
import { openEditionFolder, type EditionStore } from './edition-store.ts';
import { makePages } from './make-pages.ts';
import { makeFullText } from './make-full-text.ts';
import { PageMemory } from './page-memory.ts';
import { PageSources } from './page-sources.ts';
import { createRoutingIndex } from './routing-index.ts';
import { searchFolders } from './search-folders.ts';
import { takeFolder } from './published-files.ts';
import { TODAY } from './renderer.ts';

export interface MakerOptions {
  repoDir: string;
  contentDir: string;
  siteUrl: string;
  /** Where editions are kept. */
  editionDir: string;
  /** Pages beside the portal's own, for another host. */
  furtherPages?: FurtherPages;
  /** What was read of content before. */
  contentMemory?: ContentMemory;
  clock?: () => Date;
  log: (event: object) => void;
  /** Gives up what is being made; it rejects then. */
  signal?: AbortSignal | undefined;
}

/** Content as it was read: valid, with its record in the repository. */
export interface ReadContent {
  register: Register;
  history: History;
  /** Names it; see `Edition`. */
  fingerprint: string;
  /** The day on which it is shown (ISO 8601), and the moment at which pages are made. */
  day: string;
  today: Date;
  commit?: string | undefined;
}

export interface MadeEdition {
  edition: Edition;
  content: ReadContent;
  /** How many pages were made for it. */
  made: number;
  /** What they were made from; it is kept with the edition. */
  change: SourceChange;
}

/** Makes editions of a portal, each from the one before where that is possible. */
export interface EditionMaker {
  /** Reads the content, and what changed since it was read last. Rejects with a `ContentError` where it is not valid. */
  read(commit: string | undefined): Promise<ReadContent>;
  /**
   * Makes pages and feeds, all of them or those that the change from `before` reaches, and the index of who handles
   * what.
   */
  make(content: ReadContent, before?: { edition: Edition; content: ReadContent }): Promise<MadeEdition>;
  /** Makes the index of the full text of an edition's pages and gives its files; see `withFolder`. */
  makeFullText(made: Pick<MadeEdition, 'edition' | 'content'>): Promise<FileRecord[]>;
  /**
   * Reckons what the first edit after a start would wait for, where there is memory to spare; for content of which an
   * edition is served. Never rejects.
   */
  prepare(content: ReadContent): Promise<void>;
  /** The day that is shown now, for content. */
  day(content: ReadContent): string;
  /** Compiles the pages where their code has changed since it was done last, and gives their folder. */
  compile(): Promise<string>;
  /** Gives up what is being made; nothing can be made any more. Settles when the thread of the index has ended. */
  stop(): Promise<void>;
  /** Where editions are kept. */
  store: EditionStore;
}

/** Whoever only serves on a small machine keeps its memory; with 300 bodies, the index takes a third of this. */
const SPARE_BYTES = 2 ** 30;

export function createEditionMaker(options: MakerOptions): EditionMaker {
  const { repoDir, contentDir, siteUrl, editionDir, furtherPages, log, clock = () => new Date() } = options;
  const { contentMemory = new ContentMemory() } = options;
  const [historyMemory, memory] = [new HistoryMemory(), new PageMemory()];
  const objectsDir = objectsIn(editionDir);
  const store = openEditionFolder(editionDir);
  const { objects } = store;
  const stopping = new AbortController();
  const signal = AbortSignal.any([stopping.signal, ...(options.signal ? [options.signal] : [])]);
  const routing = createRoutingIndex({ contentDir, objectsDir }, signal);
  let compiling: Promise<string> | undefined;
  /** Once in a process: its own code does not change either until it is started anew. */
  const compile = (): Promise<string> => {
    compiling ??= compileApp({ repoDir, contentDir, log, signal }).catch((error: unknown) => {
      compiling = undefined;
      throw error;
    });
    return compiling;
  };

  async function read(commit: string | undefined): Promise<ReadContent> {
    const register = await loadRegister(contentDir, contentMemory);
    const history = await readHistory(contentDir, undefined, historyMemory);
    if (history.state === 'unavailable') log({ event: 'history-not-available', reason: history.reason });
    const vocabulary = await vocabularyOf(contentDir);
    const day = portalDay(register, clock());
    const fingerprint = createHash('sha256')
      .update(contentMemory.fingerprint())
      .update(vocabulary)
      .update(
        history.state === 'available' ? `${history.entries[0]?.commit}${history.entries.length}${history.since}` : '',
      )
      .digest('base64url')
      .slice(0, 22);
    return { register, history, fingerprint, today: atNoon(day), day, commit };
  }

  async function make(content: ReadContent, before?: { edition: Edition; content: ReadContent }): Promise<MadeEdition> {
    const { register, history, today, commit, day, fingerprint } = content;
    const appDir = await compile();
    const usable = before?.edition.appDir === appDir && before.edition.siteUrl === siteUrl ? before : undefined;
    const paths = editionPaths(register, furtherPages);
    const changed = usable && sourcesChanged(usable.content, content);
    if (changed) memory.forget(changed);
    const known = usable?.edition.sources;
    const reached = new Set(known && changed ? known.reachedBy(changed) : []);
    const toMake = known ? paths.filter((path) => reached.has(path) || !known.has(path)) : paths;
    const wanted = new Set(paths);
    const gone = known ? [...known.pages()].filter((path) => !wanted.has(path)) : [];

    const sources = known ?? new PageSources();
    const files = new Map<string, FileRecord>(usable?.edition.files);
    const put = (record: FileRecord): void => void files.set(record.path, record);
    if (!usable) (await takeFolder(objects, join(appDir, 'client'), '')).forEach(put);
    replaceFolder(
      files,
      `/${MEDIA_FOLDER}/`,
      await takeFolder(objects, join(contentDir, MEDIA_FOLDER), `/${MEDIA_FOLDER}`),
    );

    const told = new Map<string, string[]>();
    const pages = makePages({
      ...{ appDir, siteUrl, objectsDir, register, history, today, signal, memory, log, paths: toMake },
      take: (page, record, of) => {
        put(record);
        told.set(page, [...of]);
      },
    }).catch((error: unknown) => {
      // It holds what was reckoned from content that no edition shows, and nothing will tell what of it has changed.
      memory.clear();
      throw error;
    });
    const [, routes] = await Promise.all([pages, routing.make(content)]);
    replaceFolder(files, searchFolders.own, routes);

    for (const [page, of] of told) sources.set(page, of);
    for (const page of gone) {
      sources.delete(page);
      files.delete(fileOf(page));
    }
    const edition: Edition = { appDir, siteUrl, commit, content: fingerprint, day, files, sources };
    return { edition, content, made: toMake.length, change: usable ? { made: told, gone } : 'all' };
  }

  async function prepare(content: ReadContent): Promise<void> {
    if (process.availableMemory() < SPARE_BYTES) return;
    // What it meets here, the first edit would meet too, and tell.
    await routing.make(content).catch(() => undefined);
  }

  function fullText({
    edition,
    content: { register },
  }: Pick<MadeEdition, 'edition' | 'content'>): Promise<FileRecord[]> {
    const pages = [...edition.files.values()].filter(
      ({ path }) => path.endsWith('.html') && !path.startsWith('/admin/'),
    );
    return makeFullText({ register, contentDir, objectsDir, signal }, pages);
  }

  return {
    read,
    make,
    makeFullText: fullText,
    prepare,
    day: ({ register }) => portalDay(register, clock()),
    compile,
    stop() {
      stopping.abort();
      return routing.stop();
    },
    store,
  };
}

/** The edition with other files in one of its folders, such as that of an index. */
export function withFolder(edition: Edition, folder: string, records: Iterable<FileRecord>): Edition {
  const files = new Map(edition.files);
  replaceFolder(files, folder, records);
  return { ...edition, files };
}

/** The files of an edition in a folder. */
export function filesIn(edition: Edition, folder: string): FileRecord[] {
  return [...edition.files.values()].filter(({ path }) => path.startsWith(folder));
}

function sourcesChanged(before: ReadContent, after: ReadContent): Set<string> {
  return new Set([
    ...changedSources(before.register, after.register),
    ...changedHistory(before.history, after.history),
    ...(before.day === after.day ? [] : [TODAY]),
  ]);
}

function replaceFolder(files: Map<string, FileRecord>, folder: string, records: Iterable<FileRecord>): void {
  for (const path of files.keys()) if (path.startsWith(folder)) files.delete(path);
  for (const record of records) files.set(record.path, record);
}

/** The words of the search as text. Rejects with a `ContentError` where they are not valid. */
async function vocabularyOf(contentDir: string): Promise<string> {
  return JSON.stringify(await loadVocabulary(contentDir));
}
