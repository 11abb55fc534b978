import type { APIContext, MiddlewareNext } from 'astro';
import { localePath, splitLocale } from '../lib/locales.ts';
import { reckonEach } from '../lib/remember.ts';
import { offeredAt } from '../site/offered-at.ts';
import { composeApp } from './compose.ts';
import { BY_MAIL_PATH } from './deployment.ts';
import { log } from './log.ts';
import { isOfEdition } from '../server/rendering/routes.ts';
import { noHistory } from '../server/rendering/edition-view.ts';

/** The part of Netlify's context of a function that is used here. */
interface FunctionContext {
  /** Keeps the function awake until this has settled, although the visitor has the answer. */
  waitUntil?: (work: Promise<unknown>) => void;
}

const NO_FIGURES = 'This portal keeps no cases, so it has no figures of them.';

/** Answers a request inside a Netlify function: gives the page its running parts and sends what it gave rise to. */
export async function answer(
  { locals, request, url, redirect, routePattern }: APIContext,
  next: MiddlewareNext,
): Promise<Response> {
  const { language, path } = splitLocale(url.pathname);
  const aboutCases = path === '/cases' || path.startsWith('/cases/');
  if (import.meta.env.OPENCHARTER_OUTSIDE_FORM) {
    if (/^\/statistics\/[^/]+\.(?:csv|json)$/.test(path)) return Response.json({ error: NO_FIGURES }, { status: 404 });
    if (/^(?:\/[^/]+\/[^/]+)?\/requests(?:\/|$)/.test(path)) return new Response(null, { status: 404 });
    if (aboutCases || /^\/statistics(?:\/|$)/.test(path)) return redirect(localePath(language, BY_MAIL_PATH), 303);
  }
  locals.app = composeApp(url.origin);
  const register = await locals.app.register();
  locals.edition = { register, history: noHistory, language, today: new Date(), remember: reckonEach };
  locals.portal = register.portal;
  locals.languages = offeredAt(url.pathname, register);
  // What an edition has is published as files: there is nothing where none was found.
  if (isOfEdition(routePattern) && routePattern !== '/404' && routePattern !== '/500')
    return new Response(null, { status: 404 });
  const response = await next();
  if (aboutCases && request.method === 'POST') {
    const drained = locals.app
      .cases()
      .then(({ rounds }) => rounds.drain())
      .catch((error: unknown) => log({ event: 'drain-failed', error: (error as Error).message }));
    (locals as { netlify?: { context?: FunctionContext } }).netlify?.context?.waitUntil?.(drained);
  }
  return response;
}
