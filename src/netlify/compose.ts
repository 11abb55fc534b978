import type { Cases } from '../cases/cases.ts';
import { handlePost } from '../cases/intake/handle-post.ts';
import { SettingsProblem } from '../lib/environment.ts';
import type { App } from '../server/app.ts';
import { createSearch } from '../search/create-search.ts';
import { loadFromFolder } from '../search/load-files.ts';
import { takeContent } from '../register/handed-content.ts';
import { buildRegister, type Register } from '../register/register.ts';
import { readGitHost } from '../cms/hosts/git-host.ts';
import { createOAuth, type OAuth } from '../cms/hosts/oauth/create-oauth.ts';
import { createNetlifyCms } from './cms.ts';
import { log } from './log.ts';
import { siteUrlOf } from './settings.ts';

const search = createSearch({
  load: (path) => loadFromFolder(process.env.OPENCHARTER_SEARCH_DIR ?? 'search-index')(path),
});
let reading: Promise<Register> | undefined;

/** Puts the running parts together inside a Netlify function. The content is the build's own. */
export function composeApp(origin: string): App {
  const siteUrl = siteUrlOf(process.env)?.replace(/\/$/, '') ?? origin;
  return {
    receive,
    cases,
    cms: createNetlifyCms(getRegister, process.env, siteUrl),
    oauth: { handle: (request) => createNetlifyOAuth(siteUrl).handle(request) },
    search,
    register: getRegister,
    log,
    settings: { siteUrl, demo: false },
  };
}

/** A function keeps nothing itself, so the key that holds a sign-in together has to be set. */
function createNetlifyOAuth(siteUrl: string): OAuth {
  const { OPENCHARTER_SECRET: secret } = process.env;
  const host = readGitHost(process.env);
  if (host?.signIn.by === 'portal' && !secret)
    throw new SettingsProblem('OPENCHARTER_SECRET is not set; signing in at the git host needs it.');
  return createOAuth({ host, siteUrl, secret: secret ?? '', clock: () => new Date(), log });
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
