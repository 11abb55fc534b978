import { cp, readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { bundleFunctions, wrapSiteFunction } from './bundle-functions.ts';
import type { BuiltSite } from '../server/build-site.ts';
import { NO_DESK, readCmsBackend } from './cms.ts';
import type { NetlifyForms } from './deployment.ts';
import { closeDesk, writeHeaders } from './published-files.ts';

/**
 * Makes of Astro's output for Netlify a whole site: functions beside the pages made on demand, the search index inside
 * their function, headers for the static files, and a charter desk only where a git host stands behind it.
 */
export async function finishNetlifyBuild(
  { repoDir, register, siteDir }: BuiltSite,
  { forms, siteUrl }: { forms: NetlifyForms; siteUrl: string },
): Promise<void> {
  const functionsDir = join(repoDir, '.netlify', 'v1', 'functions');
  const backend = readCmsBackend(process.env, siteUrl);
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
  if (!backend) await closeDesk(join(siteDir, 'admin'), NO_DESK);
  await writeHeaders(siteDir, backend ?? { name: 'portal' });
}

/** The addresses of the published pages. */
async function pagesIn(siteDir: string): Promise<string[]> {
  const files = await readdir(siteDir, { recursive: true });
  return files
    .filter((file) => /(?:^|[/\\])index\.html$/.test(file))
    .map((file) => `/${file.split(sep).slice(0, -1).join('/')}/`.replace('//', '/'));
}
