import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { onPath } from '../frame/on-path.ts';
import { watched, type Watched } from '../frame/watched-process.ts';

/** As many pages for the peers as the portal made, each about as large. */
export interface SyntheticSite {
  pages: number;
  bytesEach: number;
}

/** Builds the site with a peer, or says why not. */
export type Peer = (site: SyntheticSite, cacheDir: string) => Promise<Watched | { missing: string }>;

const ELEVENTY = '@11ty/eleventy@3.1.2';

/** Eleventy, installed by npm into the cache folder when it is first asked for. */
export const eleventy: Peer = async (site, cacheDir) => {
  const home = join(cacheDir, 'eleventy');
  const program = join(home, 'node_modules', '@11ty', 'eleventy', 'cmd.cjs');
  if (!existsSync(program)) {
    await mkdir(home, { recursive: true });
    await writeFile(join(home, 'package.json'), '{ "private": true }\n');
    const install = ['install', '--no-audit', '--no-fund', '--ignore-scripts', ELEVENTY];
    const failed = await watched('npm', install, { cwd: home }).then(
      () => undefined,
      (error: unknown) => String(error),
    );
    if (failed) return { missing: `Eleventy could not be installed: ${failed.split('\n')[0] ?? ''}` };
  }
  await writeSite(join(home, 'site'), site, { layout: 'page.html' });
  await mkdir(join(home, 'site', '_includes'), { recursive: true });
  await writeFile(join(home, 'site', '_includes', 'page.html'), page('{{ title }}', '{{ content }}'));
  await rm(join(home, 'out'), { recursive: true, force: true });
  return watched(process.execPath, [program, '--input=site', '--output=out', '--quiet'], { cwd: home });
};

/** Hugo, where it is installed. */
export const hugo: Peer = async (site, cacheDir) => {
  const program = await onPath('hugo');
  if (!program) return { missing: 'Hugo is not installed (Debian: apt-get install hugo).' };
  const home = join(cacheDir, 'hugo');
  await rm(home, { recursive: true, force: true });
  await writeSite(join(home, 'content'), site, {});
  await mkdir(join(home, 'layouts', '_default'), { recursive: true });
  await writeFile(
    join(home, 'hugo.toml'),
    'baseURL = "http://localhost/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "section", "home"]\n',
  );
  await writeFile(join(home, 'layouts', '_default', 'single.html'), page('{{ .Title }}', '{{ .Content }}'));
  return watched(program, ['--quiet', '--noChmod', '--destination', 'public'], { cwd: home });
};

/** The limit of every generator: the pages of an edition, which are there already, only written. */
export async function onlyWriting(client: string, cacheDir: string): Promise<number> {
  const names = (await readdir(client, { recursive: true })).filter((name) => name.endsWith('.html'));
  const pages = await Promise.all(names.map(async (name) => ({ name, html: await readFile(join(client, name)) })));
  const out = join(cacheDir, 'only-written');
  await rm(out, { recursive: true, force: true });
  const started = performance.now();
  await Promise.all([...new Set(names.map(dirname))].map((folder) => mkdir(join(out, folder), { recursive: true })));
  for (let at = 0; at < pages.length; at += 500)
    await Promise.all(pages.slice(at, at + 500).map(({ name, html }) => writeFile(join(out, name), html)));
  const seconds = (performance.now() - started) / 1000;
  await rm(out, { recursive: true, force: true });
  return seconds;
}

const SENTENCE = 'Bring the form, a copy of your identity card and the receipt of the fee that you have paid online. ';

async function writeSite(
  folder: string,
  { pages, bytesEach }: SyntheticSite,
  front: Record<string, string>,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const body = Array.from(
    { length: Math.ceil(bytesEach / 800) },
    (_, part) => `## Part ${part}\n\n${SENTENCE.repeat(6)}\n\n- One\n- Two\n- Three\n`,
  );
  const more = Object.entries(front).map(([key, value]) => `${key}: ${value}\n`);
  for (let from = 0; from < pages; from += 1000) {
    const sub = join(folder, `body-${from / 1000}`);
    await mkdir(sub, { recursive: true });
    await Promise.all(
      Array.from({ length: Math.min(1000, pages - from) }, (_, index) =>
        writeFile(
          join(sub, `service-${index}.md`),
          `---\ntitle: Service ${from + index}\n${more.join('')}---\n\n${body.join('\n')}`,
        ),
      ),
    );
  }
}

function page(title: string, content: string): string {
  return `<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>${title}</title></head>\n<body><main><h1>${title}</h1>\n${content}</main></body>\n</html>\n`;
}
