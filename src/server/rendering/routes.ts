import type { RouteData } from 'astro';
import { splitLocale } from '../../lib/locales.ts';
import { singlePaths } from '../../site/single-paths.ts';

/** The routes of addresses without a language, as Astro writes them. */
const single = new Set(singlePaths.map((path) => path.replace(/\/$/, '')));
const LANGUAGE = '/[...language]';

/**
 * Answers whether a route, as Astro writes it, is made once for an edition and then published as a file. All others are
 * answered on demand.
 */
export function isOfEdition(route: string): boolean {
  return route.startsWith(LANGUAGE) || single.has(route);
}

/**
 * Finds the route of an address of an edition. Astro's own matching would take a country for a language, because the
 * language of an address may be absent.
 */
export function createEditionMatch(routes: readonly RouteData[]): (path: string) => RouteData | undefined {
  const patterns = routes
    .filter(({ route }) => isOfEdition(route))
    .map((route): [RegExp, RouteData] => [patternOf(route), route]);
  return (path) => {
    const { path: rest } = splitLocale(path);
    return patterns.find(([pattern]) => pattern.test(rest))?.[1];
  };
}

/** What an address of a route looks like without its language. */
function patternOf({ route, segments }: RouteData): RegExp {
  const own = route.startsWith(LANGUAGE) ? segments.slice(1) : segments;
  const parts = own.map((segment) =>
    segment.map(({ content, dynamic }) => (dynamic ? '[^/]+' : content.replaceAll('.', '\\.'))).join(''),
  );
  return new RegExp(`^/${parts.join('/')}/?$`);
}
