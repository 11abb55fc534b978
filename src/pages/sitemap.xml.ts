import type { APIRoute } from 'astro';
import { casesHere } from '../site/cases-here.ts';
import { lastChanges } from '../history/last-changes.ts';
import { defaultLanguage, languages, localePath } from '../lib/locales.ts';
import type { Markup } from '../lib/markup.ts';
import { xml } from '../lib/xml.ts';
import { openText } from '../web/answers.ts';
import { publicPages, type PublicPage } from '../site/public-pages.ts';

/**
 * The sitemap (sitemaps.org 0.9): every page to be read, in every language, with its last change and its other
 * languages.
 */
export const GET: APIRoute = ({ locals, site }) => {
  const { register, history } = locals.edition;
  const origin = site?.origin ?? 'http://localhost:4321';
  const keepsCases = casesHere() === 'kept';
  const pages = publicPages(register, lastChanges(history), keepsCases);
  const urls = pages.flatMap((page) =>
    languages.map((language) => entry(origin, page, localePath(language, page.path))),
  );
  const namespaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset ${namespaces}>\n${urls.join('\n')}\n</urlset>\n`;
  return openText('application/xml', body);
};

function entry(origin: string, { path, changed }: PublicPage, address: string): Markup {
  const others: [language: string, path: string][] = [
    ...languages.map((language): [string, string] => [language, localePath(language, path)]),
    ['x-default', localePath(defaultLanguage, path)],
  ];
  const links = others.map(
    ([language, place]) => xml`<xhtml:link rel="alternate" hreflang="${language}" href="${origin}${place}"/>`,
  );
  return xml`<url><loc>${origin}${address}</loc>${changed && xml`<lastmod>${changed}</lastmod>`}${links}</url>`;
}
