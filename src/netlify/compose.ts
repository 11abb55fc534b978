import type { Cases } from '../cases/cases.ts';
import { handlePost } from '../cases/intake/handle-post.ts';
import type { App } from '../server/app.ts';
import { createSearch } from '../search/create-search.ts';
import { loadFromFolder } from '../search/load-files.ts';
import { getRegister } from '../site/collections.ts';
import { createNetlifyCms } from './cms.ts';
import { log } from './log.ts';
import { siteUrlOf } from './settings.ts';

const search = createSearch({
  load: (path) => loadFromFolder(process.env.OPENCHARTER_SEARCH_DIR ?? 'search-index')(path),
});
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

/**
 * Opens the database when a page first asks for something of a case, so that the search goes on answering without one.
 * While it cannot be opened, a posted form comes back with all that was typed; everything else fails.
 */
const cases = new Proxy({} as Cases, {
  get: (_, name: keyof Cases | 'then') =>
    name === 'then' ? undefined : (...given: unknown[]) => callCases(name, given),
});

async function callCases(name: keyof Cases, given: unknown[]): Promise<unknown> {
  const { openCases } = await import('./open-cases.ts');
  let opened: Cases;
  try {
    opened = await openCases(getRegister);
  } catch (error) {
    log({ event: 'cases-not-opened', error: (error as Error).message });
    if (name !== 'receive') throw error;
    const fail = (): Promise<never> => Promise.reject(error as Error);
    const [request, context] = given as Parameters<Cases['receive']>;
    return handlePost({ submit: fail, follow: fail }, request, context, log);
  }
  return (opened[name] as (...given: unknown[]) => unknown)(...given);
}
