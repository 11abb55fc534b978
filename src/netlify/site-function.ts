import { createApp } from 'astro/app/entrypoint';

const app = createApp();

/**
 * Answers a request inside Netlify's function; `context` is Netlify's (visitor's address, `waitUntil`). An address
 * that no page made on demand has is answered with an empty 404, which `with-headers.ts` fills.
 */
export default async function answer(request: Request, context: { ip: string }): Promise<Response> {
  const routeData = app.match(request);
  if (!routeData) return new Response(null, { status: 404 });
  return app.render(request, {
    routeData,
    locals: { netlify: { context } },
    clientAddress: context.ip,
    addCookieHeader: true,
  });
}
