import { securityHeaders } from '../server/headers.ts';
import { inSmallLetters, isOpenPage } from '../server/small-letters.ts';

type NetlifyFunction = (request: Request, context: unknown) => Promise<Response>;

export interface Published {
  /** The addresses of the published pages; who asks for one in large letters is led to it. */
  pages: string[];
  /** The page for a failure, because Astro answers one with nothing where it cannot fetch its own page for it. */
  failure: string;
}

/** Adds the security headers to everything a function answers: Netlify's own header rules do not reach functions. */
export function withHeaders(handler: NetlifyFunction, { pages, failure }: Published): NetlifyFunction {
  const published = new Set(pages);
  const hasPage = (pathname: string): boolean => isOpenPage(pathname) || published.has(pathname);
  return async (request, context) => {
    const url = new URL(request.url);
    const small = ['GET', 'HEAD'].includes(request.method) ? inSmallLetters(url.pathname, hasPage) : undefined;
    const answered = small
      ? new Response(null, { status: 308, headers: { Location: `${small}${url.search}` } })
      : await handler(request, context);
    // The headers of an answer such as a redirect cannot be changed in place.
    const response = saysNothing(answered) ? failurePage(failure) : new Response(answered.body, answered);
    const { pathname, protocol } = url;
    for (const [name, value] of Object.entries(securityHeaders(pathname, protocol === 'https:'))) {
      // A page that holds a secret has a stricter rule of its own.
      if (!response.headers.has(name)) response.headers.set(name, value);
    }
    return response;
  };
}

function saysNothing({ status, headers }: Response): boolean {
  return status === 500 && !headers.has('Content-Type');
}

function failurePage(page: string): Response {
  return new Response(page, {
    status: 500,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
