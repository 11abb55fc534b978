import type { Cases } from '../cases/cases.ts';
import { handlePost } from '../cases/intake/handle-post.ts';
import type { App } from '../server/app.ts';
import { createSearch } from '../search/create-search.ts';
import { loadFromFolder } from '../search/load-files.ts';
import { takeContent } from '../register/handed-content.ts';
import { buildRegister, type Register } from '../register/register.ts';
import { createNetlifyCms } from './cms.ts';
import { log } from './log.ts';
import { siteUrlOf } from './settings.ts';

const search = createSearch({
  load: (path) => loadFromFolder(process.env.OPENCHARTER_SEARCH_DIR ?? 'search-index')(path),
});
let reading: Promise<Register> | undefined;
const cms = createNetlifyCms(getRegister, process.env);

/** Puts the running parts together inside a Netlify function. The content is the build's own. */
export function composeApp(origin: string): App {
  return {
    receive,
    cases,
    cms,
    search,
    register: getRegister,
    log,
    settings: { siteUrl: siteUrlOf(process.env)?.replace(/\/$/, '') ?? origin, demo: false },
  };
}

/** Opens the database when a page first asks for something of a case, so that the search goes on without one. */
async function cases(): Promise<Cases> {
  const { openCases } = await import('./open-cases.ts');
  try {
    return await openCases(getRegister);
  } catch (error) {
    log({ event: 'cases-not-opened', error: (error as Error).message });
    throw error;
  }
}

/** While the database cannot be opened, a posted form comes back with all that was typed. */
async function receive(...[request, context]: Parameters<App['receive']>): ReturnType<App['receive']> {
  const opened = await cases().catch((error: Error) => error);
  if (!(opened instanceof Error)) return opened.intake.receive(request, context);
  const fail = (): Promise<never> => Promise.reject(opened);
  return handlePost({ submit: fail, follow: fail }, request, context, log);
}

/** The content that the build left beside the function. */
function getRegister(): Promise<Register> {
  reading ??= takeContent(process.env.OPENCHARTER_CONTENT_FILE ?? 'content.json').then(buildRegister);
  return reading;
}
