import { defaultLanguage, languages } from '../lib/locales.ts';
import type { CollectionName } from '../schemas/collections.ts';
import type { Explanation } from './explain-issue.ts';

/*
 * An entry's id is part of its address: /ng/inec/voter-registration/. These names are the addresses of pages
 * that the portal itself makes at the same level, so an entry with one of them would hide that page or be hidden by it.
 * Names that are kept for pages to come are here too, because an address once published must not change its meaning.
 */

/**
 * A file of this name is what a folder shows, so no entry whose id is part of an address may bear it: /ng/inec/index/.
 */
const everywhere = ['index'];

/** Pages below an agency: /ng/inec/complain/. */
export const reservedForServices: ReadonlySet<string> = new Set([
  ...everywhere,
  'complain',
  'information',
  'pages',
  'embed',
  'history',
  'print',
  'poster',
  'feed',
  'services',
  'background',
  'report',
  'request',
  'requests',
  'feedback',
  'contact-desk',
]);

/**
 * Pages at the top: /search/. Agencies keep clear of them too, since widgets and filters name an agency without its
 * country.
 */
const topLevel = [
  ...everywhere,
  '404',
  '500',
  'about',
  'accessibility',
  'admin',
  'agencies',
  'agency-filters',
  'api',
  'apple-touch-icon',
  'assets',
  'cases',
  'changes',
  'countries',
  'deadline',
  'desk',
  'embed',
  'embed-frame',
  'favicon',
  'feed',
  'feedback',
  'finder',
  'gallery',
  'guides',
  'icons',
  'manifest',
  'media',
  'oembed',
  'on-this-phone',
  'pagefind',
  'privacy',
  'quality',
  'receipts',
  'requests',
  'robots',
  'search',
  'search-index',
  'sitemap',
  'statistics',
  ...languages.filter((language) => language !== defaultLanguage),
  'topics',
];

/** Pages at the top and pages below a country: /ng/information-rights/. */
export const reservedForAgencies: ReadonlySet<string> = new Set([
  ...topLevel,
  'information-rights',
  'report',
  'emergency',
  'all',
  'addresses',
  'annual-report',
]);

/** Pages at the top and the prefixes of the interface's languages. */
export const reservedForJurisdictions: ReadonlySet<string> = new Set([...topLevel, ...languages]);

/** Entries of a list and steps of a finder stand alone below it: /topics/money/, /finder/ng/passport/. */
export const reservedInLists: ReadonlySet<string> = new Set(everywhere);

/**
 * Tells what is wrong when an entry bears a name that an address of the portal needs; undefined when the name is free.
 */
export function reservedName(collection: CollectionName, id: string): Explanation | undefined {
  const name = id.split('/').at(-1) ?? '';
  const kinds: Partial<Record<CollectionName, { names: ReadonlySet<string>; example: string }>> = {
    services: { names: reservedForServices, example: `${name}-service` },
    charters: { names: reservedForAgencies, example: `${name}-office` },
    jurisdictions: { names: reservedForJurisdictions, example: 'the two letters of the country, such as ng' },
    topics: { names: reservedInLists, example: `${name}-topic` },
    guides: { names: reservedInLists, example: `${name}-guide` },
  };
  const kind = kinds[collection];
  if (!kind?.names.has(name)) return undefined;
  return {
    message: `The name "${name}" is taken by a page of the portal.`,
    remedy: `Rename the file, for example to ${kind.example}, and correct what refers to it.`,
  };
}
