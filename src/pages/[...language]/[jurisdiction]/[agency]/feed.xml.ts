import type { APIRoute } from 'astro';
import { openText } from '../../../../web/answers.ts';
import { feedOf } from '../../../../views/history/feed.ts';
import { agencyOf } from '../../../../site/paths.ts';

/** The Atom feed of changes to one charter. */
export const GET: APIRoute = ({ locals, params, site }) => {
  const { register, history, language } = locals.edition;
  const agency = agencyOf(register, params.agency);
  const feed = feedOf({ history, register, language, site, agency });
  return openText('application/atom+xml', feed);
};
