import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deserialize } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import type { History } from '../../history/change.ts';
import { splitLocale } from '../../lib/locales.ts';
import { buildRegister, type EntriesByCollection } from '../../register/register.ts';
import { fileOf } from '../../site/paths.ts';
import { openApp } from './built-app.ts';

/** What a worker makes pages from, and where it writes them. */
export interface RenderWork {
  appDir: string;
  siteUrl: string;
  /** Entries and history, serialised; shared by all workers. */
  content: SharedArrayBuffer;
  today: Date;
  outDir: string;
}

const { appDir, siteUrl, content, today, outDir } = workerData as RenderWork;
const { entries, history } = deserialize(new Uint8Array(content)) as { entries: EntriesByCollection; history: History };
const register = buildRegister(entries);
const app = await openApp(appDir, siteUrl);
const folders = new Set<string>();

/** Makes the pages of some addresses and writes them; answers with the first that could not be made. */
async function makePages(paths: string[]): Promise<{ path: string; message: string } | undefined> {
  for (const path of paths) {
    try {
      const { language } = splitLocale(path);
      const page = await app.render(path, { register, history, language, today });
      await write(fileOf(path), page);
    } catch (error) {
      return { path, message: (error as Error).stack ?? String(error) };
    }
  }
  return undefined;
}

async function write(name: string, text: string): Promise<void> {
  const file = join(outDir, name);
  const folder = dirname(file);
  if (!folders.has(folder)) await mkdir(folder, { recursive: true });
  folders.add(folder);
  await writeFile(file, text);
}

parentPort?.on('message', (paths: string[]) => void makePages(paths).then((fault) => parentPort?.postMessage(fault)));
parentPort?.postMessage(undefined);
