import type { APIRoute } from 'astro';
import { openJson } from '../../web/answers.ts';

/** The open figures of an agency as JSON. */
export const GET: APIRoute = async ({ params, locals }) => {
  const statistics = await (await locals.app.cases()).statistics.ofAgency(params['agency'] ?? '');
  return statistics ? openJson(statistics) : openJson({ error: 'No such agency.' }, 'not-found');
};
