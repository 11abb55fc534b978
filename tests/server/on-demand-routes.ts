import { readdirSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { languages, localePath } from '../../src/lib/locales.ts';
import { isOfEdition } from '../../src/server/rendering/routes.ts';

const pages = resolve(import.meta.dirname, '..', '..', 'src', 'pages');

/**
 * The address of every page and endpoint that is made on demand, read from the source tree; pages in each
 * language. A segment in brackets stays as it is: it takes any value.
 */
export function onDemandRoutes(): string[] {
  return readdirSync(pages, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && /\.(?:astro|ts)$/.test(item.name))
    .map((item) => join(item.parentPath, item.name))
    .map((file) => file.slice(pages.length).split(sep).join('/'))
    .filter((path) => !isOfEdition(path.replace(/\.(?:astro|ts)$/, '').replace(/\/index$/, '')))
    .flatMap((path) => {
      const address = path.replace(/\.(?:astro|ts)$/, '').replace(/\/index$/, '') || '/';
      // Data are the same in every language.
      return path.endsWith('.astro') ? languages.map((language) => localePath(language, address)) : [address];
    })
    .sort();
}
