import type { APIRoute } from 'astro';
import { openText } from '../../web/answers.ts';
import { feedOf } from '../../views/history/feed.ts';

/** The Atom feed of changes to all charters. */
export const GET: APIRoute = ({ locals, site }) => {
  const { register, history, language } = locals.edition;
  return openText('application/atom+xml', feedOf({ history, register, language, site }));
};
