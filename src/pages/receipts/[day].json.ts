import type { APIRoute } from 'astro';
import { isoDate } from '../../schemas/primitives.ts';
import { neverStale, openJson } from '../../web/answers.ts';

/** A closed day of the chain of receipts by its date, or the newest of all. */
export const GET: APIRoute = async ({ params, locals }) => {
  const asked = params['day'] === 'newest' ? undefined : isoDate.safeParse(params['day']);
  const day = asked?.success === false ? undefined : await (await locals.app.cases()).receipts.day(asked?.data);
  const answer = day ? openJson(day) : openJson({ error: 'No such day is closed.' }, 'not-found');
  // The next moment it may be closed, and the newest another: who compared it with a day that came later would think the chain rewritten.
  if (!day || !asked) neverStale(answer.headers);
  return answer;
};
