import type { APIRoute } from 'astro';
import { openText } from '../../../../web/answers.ts';
import { feedOf } from '../../../../views/history/feed.ts';
import { getHistory } from '../../../../history/current.ts';
import { getRegister } from '../../../../site/collections.ts';
import { agencyOf, agencyPaths } from '../../../../site/paths.ts';

export const getStaticPaths = async () => agencyPaths(await getRegister());

/** The Atom feed of changes to one charter. */
export const GET: APIRoute = async ({ props, params, site }) => {
  const register = await getRegister();
  const agency = agencyOf(register, params.agency ?? '');
  const feed = feedOf({ history: await getHistory(), register, language: props.language, site, agency });
  return openText('application/atom+xml', feed);
};
