import { deserialize } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import type { History } from '../../history/change.ts';
import { buildRegister, type EntriesByCollection } from '../../register/register.ts';
import { fileOf } from '../../site/paths.ts';
import { openApp } from '../rendering/built-app.ts';
import type { FileRecord } from '../serve/edition-files.ts';
import { openObjects } from './object-store.ts';
import { createRenderer } from './renderer.ts';

/** What a worker makes pages from, and where it keeps them. */
export interface PageWork {
  appDir: string;
  siteUrl: string;
  /** Entries and history, serialised; shared by all workers. */
  content: SharedArrayBuffer;
  today: Date;
  objectsDir: string;
}

/** A page as the worker tells it: its sources by number, in the order in which their names were told. */
export interface ToldPage {
  page: string;
  record: FileRecord;
  sources: Uint32Array;
}

export type Told = { pages: ToldPage[]; names: string[] } | { fault: string };

const { appDir, siteUrl, content, today, objectsDir } = workerData as PageWork;
const { entries, history } = deserialize(new Uint8Array(content)) as { entries: EntriesByCollection; history: History };
const app = await openApp(appDir, siteUrl);
const make = createRenderer(app, { register: buildRegister(entries), history, today });
const objects = openObjects(objectsDir);
const numbers = new Map<string, number>();

async function makePages(paths: string[]): Promise<Told> {
  const names: string[] = [];
  const numberOf = (source: string): number => {
    const known = numbers.get(source) ?? numbers.size;
    if (known === numbers.size) {
      numbers.set(source, known);
      names.push(source);
    }
    return known;
  };
  const pages: ToldPage[] = [];
  try {
    for (const page of paths) {
      const { text, sources } = await make(page);
      const record = objects.put(fileOf(page), Buffer.from(text));
      pages.push({ page, record, sources: Uint32Array.from(sources, numberOf) });
    }
    return { pages, names };
  } catch (error) {
    return { fault: (error as Error).message };
  }
}

parentPort?.on('message', (paths: string[]) => void makePages(paths).then((told) => parentPort?.postMessage(told)));
parentPort?.postMessage({ pages: [], names: [] } satisfies Told);
