import type { App } from '../server/app.ts';
import { createSearch } from '../search/create-search.ts';
import { loadFromFolder } from '../search/load-files.ts';
import { getRegister } from '../site/collections.ts';
import { createNetlifyCms } from './cms.ts';
import { openCases } from './open-cases.ts';
import { siteUrlOf } from './settings.ts';

const search = createSearch({ load: (path) => loadFromFolder(process.env.OPENCHARTER_SEARCH_DIR ?? 'search-index')(path) });
const cms = createNetlifyCms(getRegister, process.env);

/**
 * Puts the running parts together inside a Netlify function. The content is the build's own. Only the case pages open
 * the database, so that the search goes on answering without one.
 */
export async function composeApp({ withCases, origin }: { withCases: boolean; origin: string }): Promise<App> {
  const cases = withCases ? await openCases(getRegister) : undefined;
  return {
    get cases() {
      if (!cases) throw new Error('Only the pages under /cases/ reach the cases.');
      return cases;
    },
    cms,
    search,
    register: getRegister,
    settings: { siteUrl: siteUrlOf(process.env)?.replace(/\/$/, '') ?? origin, demo: false },
  };
}
