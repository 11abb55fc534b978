import type { APIRoute } from 'astro';
import { splitLocale } from '../../../../lib/locales.ts';
import { askedAgency, REQUESTS_PER_PAGE } from '../../../../site/published-requests.ts';
import { requestFeed } from '../../../../views/requests/feed.ts';
import { neverStale, openText } from '../../../../web/answers.ts';

/** The Atom feed of what one agency was asked, the newest of it. */
export const GET: APIRoute = async ({ locals: { app }, params, url, site }) => {
  const { language } = splitLocale(url.pathname);
  const register = await app.register();
  const asked = askedAgency(register, params, language);
  if (!asked) return openText('text/plain', 'No such agency.\n', 'not-found');
  const { agency } = asked;
  const { requests } = await (await app.cases()).published.list({ agency: agency.id, limit: REQUESTS_PER_PAGE });
  const answer = openText('application/atom+xml', requestFeed({ requests, register, language, site, agency }));
  neverStale(answer.headers);
  return answer;
};
