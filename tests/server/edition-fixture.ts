import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition } from '../../src/server/edition/edition.ts';
import { openObjects } from '../../src/server/edition/object-store.ts';
import { PageSources } from '../../src/server/edition/page-sources.ts';
import { openApp } from '../../src/server/rendering/built-app.ts';
import { openSite, type Site } from '../../src/server/site.ts';
import { loadRegister } from '../../src/register/load.ts';
import { contentOf } from '../register/fixtures.ts';

/** Opens an edition that consists of a page, the error pages, and a handler for pages made on demand. */
export async function openEdition(
  dir: string,
  {
    page,
    handler = 'next()',
    notFound = 'This page does not exist.',
  }: { page: string; handler?: string; notFound?: string },
): Promise<Site> {
  const objects = openObjects(join(dir, 'objects'));
  const files = {
    '/index.html': page,
    '/ng/frsc/index.html': 'Roads.',
    '/ng/frsc/feed.xml': '<feed/>',
    '/404.html': notFound,
    '/500.html': 'Something went wrong here.',
  };
  mkdirSync(join(dir, 'server'), { recursive: true });
  writeFileSync(
    join(dir, 'server', 'entry.mjs'),
    `export const tellAddress = () => undefined;\nexport async function answer(request, response, next, locals) { ${handler} }\n`,
  );
  const edition: Edition = {
    appDir: dir,
    siteUrl: 'http://localhost',
    content: '',
    day: '2026-11-30',
    files: new Map(Object.entries(files).map(([path, text]) => [path, objects.put(path, Buffer.from(text))])),
    sources: new PageSources(),
  };
  return openSite({
    edition,
    objects,
    version: '1',
    register: loadRegister(contentOf('sound')),
    app: openApp(dir, 'http://localhost'),
  });
}
