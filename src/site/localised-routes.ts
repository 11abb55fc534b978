import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { defaultLanguage, languages } from '../lib/locales.ts';

/** Pages made on demand: they exist once and are reached under each language's prefix. */
const onDemandPages = new URL('../pages/', import.meta.url);

/**
 * Adds /sw/cases/…, /sw/search/ and so on for the on-demand pages at /cases/…, /search/ and so on. Prerendered pages
 * take their language from a [...language] segment instead; a catch-all segment on an on-demand route
 * would answer for addresses that do not exist.
 */
export function localisedRoutes(): AstroIntegration {
  return {
    name: 'localised-routes',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        const files = [
          ...readdirSync(new URL('cases/', onDemandPages))
            .filter((name) => name.endsWith('.astro'))
            .map((name) => `cases/${name}`),
          ...readdirSync(new URL('desk/', onDemandPages), { recursive: true, encoding: 'utf8' })
            .filter((name) => /\.(?:astro|ts)$/.test(name))
            .map((name) => `desk/${name}`),
          'receipts/index.astro',
          'search.astro',
          'deadline.astro',
          'statistics/index.astro',
          'statistics/addresses.astro',
          'statistics/annual-report/index.astro',
          'feedback.astro',
          'requests/index.astro',
          'requests/feed.xml.ts',
          '[jurisdiction]/[agency]/requests/index.astro',
          '[jurisdiction]/[agency]/requests/[page].astro',
          '[jurisdiction]/[agency]/requests/feed.xml.ts',
        ];
        for (const language of languages.filter((candidate) => candidate !== defaultLanguage)) {
          for (const file of files) {
            const path = file.replace(/\.(?:astro|ts)$/, '').replace(/\/?index$/, '');
            injectRoute({
              pattern: `/${language}/${path}`,
              entrypoint: fileURLToPath(new URL(file, onDemandPages)),
            });
          }
        }
      },
    },
  };
}
