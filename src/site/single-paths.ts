/**
 * Addresses of an edition that exist once, whatever the language. A page for an error is shown in place of the one asked
 * for.
 */
export const singlePaths: readonly string[] = [
  '/404',
  '/500',
  '/gallery/',
  '/robots.txt',
  '/sitemap.xml',
  '/agency-filters.css',
  '/sw.js',
];
