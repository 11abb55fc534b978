import type { Cases } from '../cases/cases.ts';
import { handlePost } from '../cases/handle-post.ts';
import type { App } from '../server/app.ts';
import { createSearch } from '../search/create-search.ts';
import { loadFromFolder } from '../search/load-files.ts';
import { getRegister } from '../site/collections.ts';
import { createNetlifyCms } from './cms.ts';
import { log } from './log.ts';
import { siteUrlOf } from './settings.ts';

const search = createSearch({ load: (path) => loadFromFolder(process.env.OPENCHARTER_SEARCH_DIR ?? 'search-index')(path) });
const cms = createNetlifyCms(getRegister, process.env);

/** Puts the running parts together inside a Netlify function. The content is the build's own. */
export function composeApp(origin: string): App {
  return {
    cases,
    cms,
    search,
    register: getRegister,
    settings: { siteUrl: siteUrlOf(process.env)?.replace(/\/$/, '') ?? origin, demo: false },
  };
}

/** Opens the database when a page first asks for something of a case, so that the search goes on answering without one. */
const cases = new Proxy({} as Cases, {
  get:
    (_, name: keyof Cases) =>
    async (...given: unknown[]): Promise<unknown> =>
      ((await casesOrFailure())[name] as (...given: unknown[]) => unknown)(...given),
});

async function casesOrFailure(): Promise<Cases> {
  try {
    const { openCases } = await import('./open-cases.ts');
    return await openCases(getRegister);
  } catch (error) {
    log({ event: 'cases-not-opened', error: (error as Error).message });
    return unavailable(error);
  }
}

/** Stands in while the database cannot be opened: a posted complaint comes back with all that was typed, everything else fails. */
function unavailable(error: unknown): Cases {
  const fail = (): Promise<never> => Promise.reject(error as Error);
  const receive: Cases['receive'] = (request, context) => handlePost({ submitComplaint: fail, follow: fail }, request, context, log);
  return new Proxy({} as Cases, { get: (_, name) => (name === 'receive' ? receive : fail) });
}
