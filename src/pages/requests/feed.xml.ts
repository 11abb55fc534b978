import type { APIRoute } from 'astro';
import { splitLocale } from '../../lib/locales.ts';
import { REQUESTS_PER_PAGE } from '../../site/published-requests.ts';
import { requestFeed } from '../../views/requests/feed.ts';
import { neverStale, openText } from '../../web/answers.ts';

/** The Atom feed of all published requests, the newest of them. */
export const GET: APIRoute = async ({ locals: { app }, url, site }) => {
  const { language } = splitLocale(url.pathname);
  const { requests } = await (await app.cases()).published.list({ limit: REQUESTS_PER_PAGE });
  const feed = requestFeed({ requests, register: await app.register(), language, site });
  const answer = openText('application/atom+xml', feed);
  neverStale(answer.headers);
  return answer;
};
