import type { APIRoute } from 'astro';
import { languages, localePath } from '../lib/locales.ts';
import { openText } from '../web/answers.ts';

/**
 * What search engines leave alone (RFC 9309), and where the sitemap lies: its address has to be a whole one, so it
 * needs the portal's own.
 */
export const GET: APIRoute = ({ site }) => {
  const cases = languages.map((language) => localePath(language, '/cases/'));
  const desks = languages.map((language) => localePath(language, '/desk/'));
  const closed = ['/admin/', '/api/', ...cases, ...desks, '/gallery/'].map((path) => `Disallow: ${path}`);
  const lines = ['User-agent: *', ...closed, ...(site ? ['', `Sitemap: ${site.origin}/sitemap.xml`] : [])];
  return openText('text/plain', `${lines.join('\n')}\n`);
};
