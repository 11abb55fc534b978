import { securityHeaders } from '../server/headers.ts';
import { inSmallLetters, isOpenPage } from '../server/small-letters.ts';

type NetlifyFunction = (request: Request, context: unknown) => Promise<Response>;

/**
 * Adds the security headers to everything a function answers: Netlify's own header rules do not reach functions. `pages` are
 * the addresses of the published pages; who asks for one in large letters is led to it.
 */
export function withHeaders(handler: NetlifyFunction, pages: string[]): NetlifyFunction {
  const published = new Set(pages);
  const hasPage = (pathname: string): boolean => isOpenPage(pathname) || published.has(pathname);
  return async (request, context) => {
    const url = new URL(request.url);
    const small = ['GET', 'HEAD'].includes(request.method) ? inSmallLetters(url.pathname, hasPage) : undefined;
    const answered = small ? new Response(null, { status: 308, headers: { Location: `${small}${url.search}` } }) : await handler(request, context);
    // The headers of an answer such as a redirect cannot be changed in place.
    const response = new Response(answered.body, answered);
    const { pathname, protocol } = url;
    for (const [name, value] of Object.entries(securityHeaders(pathname, protocol === 'https:'))) {
      // A page that holds a secret has a stricter rule of its own.
      if (!response.headers.has(name)) response.headers.set(name, value);
    }
    return response;
  };
}
