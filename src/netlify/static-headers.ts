import type { BackendSetting } from '../cms/backend.ts';
import { languages, localePath } from '../lib/locales.ts';
import { cacheControl, contentType, securityHeaders } from '../server/headers.ts';

export interface PublishedFiles {
  /** Names at the top of the site; folders end in a slash. */
  top: string[];
  /** The same, by each folder that is a language. */
  inLanguage: Map<string, string[]>;
  /** Folders of the search index whose name is a hash. */
  hashedIndexes: string[];
}

/**
 * The `_headers` file of the site: the headers that our own server sends, those of pages with every file. Where several
 * rules fit an address, Netlify joins their values, and two content security policies would both be in force; so no two
 * rules fit the same one.
 */
export function staticHeaders({ top, inLanguage, hashedIndexes }: PublishedFiles, backend: BackendSetting): string {
  const paths = ['/', ...top.flatMap((name) => pathsOf(name, inLanguage))];
  const rules = paths.map((path) => {
    const headers = securityHeaders(path, true, backend);
    if (path === '/sw.js') headers['Cache-Control'] = cacheControl(path);
    return rule(path, headers);
  });
  const hashed = hashedIndexes.map((name) =>
    rule(`/search-index/${name}/*`, { 'Cache-Control': cacheControl(`/search-index/${name}/x`) }),
  );
  // The editor's files are named for what they hold, as an index of the search is.
  const editor = top.includes('admin/')
    ? [rule('/admin/assets/*', { 'Cache-Control': cacheControl('/admin/assets/x') })]
    : [];
  const feeds = feedPaths.map((path) => rule(path, { 'Content-Type': contentType(path) ?? '' }));
  return [...rules, ...hashed, ...editor, ...feeds].join('\n');
}

/** Feeds lie at the top, below each agency, and both again below each language. */
const feedPaths = languages.flatMap((language) =>
  ['/feed.xml', '/:country/:agency/feed.xml'].map((path) => localePath(language, path)),
);

function pathsOf(name: string, inLanguage: Map<string, string[]>): string[] {
  const folder = name.endsWith('/') ? name.slice(0, -1) : undefined;
  if (folder === undefined) return [`/${name}`];
  if (!languages.some((language) => language === folder)) return [`/${folder}/*`];
  return [
    `/${folder}`,
    `/${folder}/`,
    ...(inLanguage.get(folder) ?? []).map((inner) => `/${folder}/${inner.endsWith('/') ? `${inner}*` : inner}`),
  ];
}

function rule(path: string, headers: Record<string, string>): string {
  return `${path}\n${Object.entries(headers)
    .map(([name, value]) => `  ${name}: ${value}\n`)
    .join('')}`;
}
