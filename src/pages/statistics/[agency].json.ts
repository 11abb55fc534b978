import type { APIRoute } from 'astro';
import { openJson } from '../../web/answers.ts';

/** The open figures of an agency as JSON, with how many requests to it are published. */
export const GET: APIRoute = async ({ params, locals }) => {
  const { statistics, published } = await locals.app.cases();
  const figures = await statistics.ofAgency(params['agency'] ?? '');
  return figures
    ? openJson({ ...figures, published: (await published.counts()).get(figures.agency) ?? 0 })
    : openJson({ error: 'No such agency.' }, 'not-found');
};
