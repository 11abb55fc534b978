import { securityHeaders } from '../server/headers.ts';

type NetlifyFunction = (request: Request, context: unknown) => Promise<Response>;

/** Adds the security headers to everything a function answers: Netlify's own header rules do not reach functions. */
export function withHeaders(handler: NetlifyFunction): NetlifyFunction {
  return async (request, context) => {
    const answered = await handler(request, context);
    // The headers of an answer such as a redirect cannot be changed in place.
    const response = new Response(answered.body, answered);
    const { pathname, protocol } = new URL(request.url);
    for (const [name, value] of Object.entries(securityHeaders(pathname, protocol === 'https:'))) {
      // A page that holds a secret has a stricter rule of its own.
      if (!response.headers.has(name)) response.headers.set(name, value);
    }
    return response;
  };
}
