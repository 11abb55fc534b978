import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackendSetting } from '../cms/backend.ts';
import { languages } from '../lib/locales.ts';
import { markup } from '../lib/markup.ts';
import { staticHeaders } from './static-headers.ts';

/** Writes `_headers`, by which Netlify and some other hosts of files send the headers that our own server sends. */
export async function writeHeaders(siteDir: string, backend: BackendSetting): Promise<void> {
  const headers = staticHeaders(
    {
      top: await namesIn(siteDir),
      inLanguage: new Map(
        await Promise.all(
          languages.map(async (language) => [language, await namesIn(join(siteDir, language))] as const),
        ),
      ),
      hashedIndexes: (await namesIn(join(siteDir, 'search-index')))
        .filter((name) => name.endsWith('/'))
        .map((name) => name.slice(0, -1)),
    },
    backend,
  );
  await writeFile(join(siteDir, '_headers'), headers);
}

/** Puts one sentence in the place of an editor that would only fail on opening. */
export async function closeDesk(folder: string, why: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const page = markup`<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="robots" content="noindex"><title>Charter desk</title></head><body><h1>Charter desk</h1><p>${why}</p></body></html>\n`;
  await writeFile(join(folder, 'index.html'), page.text);
}

/** The published names in a folder; folders end in a slash, and Netlify's own files are left out. */
async function namesIn(folder: string): Promise<string[]> {
  const items = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return items
    .filter(({ name }) => !/^_(?:headers|redirects)$/.test(name))
    .map((item) => (item.isDirectory() ? `${item.name}/` : item.name))
    .sort();
}
