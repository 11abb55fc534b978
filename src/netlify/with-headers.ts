import { securityHeaders } from '../server/headers.ts';
import { inSmallLetters, isOpenPage } from '../server/small-letters.ts';

type NetlifyFunction = (request: Request, context: unknown) => Promise<Response>;

export interface Published {
  /** The addresses of the published pages; who asks for one in large letters is led to it. */
  pages: string[];
  /** The pages for a failure and for an address that leads nowhere: Astro cannot fetch its own inside a function. */
  failure: string;
  notFound: string;
}

/** Adds the security headers to everything a function answers: Netlify's own header rules do not reach functions. */
export function withHeaders(handler: NetlifyFunction, { pages, failure, notFound }: Published): NetlifyFunction {
  const published = new Set(pages);
  const hasPage = (pathname: string): boolean => isOpenPage(pathname) || published.has(pathname);
  return async (request, context) => {
    const url = new URL(request.url);
    const small = ['GET', 'HEAD'].includes(request.method) ? inSmallLetters(url.pathname, hasPage) : undefined;
    const answered = small
      ? new Response(null, { status: 308, headers: { Location: `${small}${url.search}` } })
      : await handler(request, context);
    // The headers of an answer such as a redirect cannot be changed in place.
    const response = filled(answered, { failure, notFound });
    const { pathname, protocol } = url;
    for (const [name, value] of Object.entries(securityHeaders(pathname, protocol === 'https:'))) {
      // A page that holds a secret has a stricter rule of its own.
      if (!response.headers.has(name)) response.headers.set(name, value);
    }
    return response;
  };
}

/** The answer itself, or the published page for it where it says nothing, or only that a page could not be made. */
function filled(answer: Response, { failure, notFound }: Omit<Published, 'pages'>): Response {
  const page = new Map([
    [404, notFound],
    [500, failure],
  ]).get(answer.status);
  const type = answer.headers.get('Content-Type');
  const says = type !== null && !(answer.status === 500 && type.startsWith('text/html'));
  if (!page || says) return new Response(answer.body, answer);
  return new Response(page, {
    status: answer.status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
