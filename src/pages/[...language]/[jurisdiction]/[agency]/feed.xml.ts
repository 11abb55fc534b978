import type { APIRoute } from 'astro';
import { feedResponse } from '../../../../views/history/feed-response.ts';
import { getHistory } from '../../../../history/current.ts';
import { getRegister } from '../../../../site/collections.ts';
import { agencyOf, agencyPaths } from '../../../../site/paths.ts';

export const getStaticPaths = async () => agencyPaths(await getRegister());

/** The Atom feed of changes to one charter. */
export const GET: APIRoute = async ({ props, params, site }) => {
  const register = await getRegister();
  return feedResponse({
    history: await getHistory(),
    register,
    language: props.language,
    site,
    agency: agencyOf(register, params.agency ?? ''),
  });
};
