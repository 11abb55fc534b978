import type { APIRoute } from 'astro';
import { agencyOf } from '../../../../site/paths.ts';
import { keptList } from '../../../../views/phone/kept-list.ts';
import { openJson } from '../../../../web/answers.ts';

/** Which pages of an agency a phone keeps. */
export const GET: APIRoute = ({ locals, params }) => {
  const { register, language } = locals.edition;
  return openJson(keptList(register, agencyOf(register, params.agency), { language }));
};
