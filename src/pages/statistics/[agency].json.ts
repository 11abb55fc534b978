import type { APIRoute } from 'astro';

export const prerender = false;

/** Gives the open figures of an agency as JSON. */
export const GET: APIRoute = async ({ params, locals }) => {
  const statistics = await locals.app.cases.statistics(params['agency'] ?? '');
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': 'public, max-age=300',
  };
  if (!statistics) return new Response('{"error":"No such agency."}\n', { status: 404, headers });
  return new Response(`${JSON.stringify(statistics, null, 2)}\n`, { headers });
};
