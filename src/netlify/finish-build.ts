import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { languages } from '../lib/locales.ts';
import { markup } from '../lib/markup.ts';
import { bundleFunctions, wrapSiteFunction } from './bundle-functions.ts';
import type { BuiltSite } from '../server/build-site.ts';
import { NO_DESK, readCmsBackend } from './cms.ts';
import { readDeployment } from './deployment.ts';
import { staticHeaders } from './static-headers.ts';

/**
 * Makes of Astro's output for Netlify a whole site: functions beside the pages made on demand, the search index inside
 * their function, headers for the static files, and a charter desk only where a git host stands behind it.
 */
export async function finishNetlifyBuild({ repoDir, register, siteDir }: BuiltSite): Promise<void> {
  const functionsDir = join(repoDir, '.netlify', 'v1', 'functions');
  const { forms } = readDeployment(process.env);
  const backend = readCmsBackend(process.env);
  const page = (name: string): Promise<string> => readFile(join(siteDir, name), 'utf8');
  await wrapSiteFunction({
    repoDir,
    functionsDir,
    register,
    pages: await pagesIn(siteDir),
    failure: await page('500.html'),
    notFound: await page('404.html'),
  });
  await cp(join(siteDir, 'search-index'), join(functionsDir, 'ssr', 'search-index'), { recursive: true });
  await bundleFunctions({ repoDir, register, functionsDir, forms });
  if (!backend) await closeDesk(join(siteDir, 'admin'));
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
    backend ?? { name: 'portal' },
  );
  await writeFile(join(siteDir, '_headers'), headers);
}

/** The addresses of the published pages. */
async function pagesIn(siteDir: string): Promise<string[]> {
  const files = await readdir(siteDir, { recursive: true });
  return files
    .filter((file) => /(?:^|[/\\])index\.html$/.test(file))
    .map((file) => `/${file.split(sep).slice(0, -1).join('/')}/`.replace('//', '/'));
}

/** Without a git host the editor would only fail on opening; one sentence says why there is none. */
async function closeDesk(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const page = markup`<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="robots" content="noindex"><title>Charter desk</title></head><body><h1>Charter desk</h1><p>${NO_DESK}</p></body></html>\n`;
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
