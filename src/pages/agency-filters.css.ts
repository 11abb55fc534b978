import type { APIRoute } from 'astro';
import { agencyType } from '../schemas/charter.ts';
import { openText } from '../web/answers.ts';

/** The rules by which the A–Z filters without JavaScript: one for each country and kind of body. */
export const GET: APIRoute = ({ locals }) => {
  const groups = { country: [...locals.edition.register.jurisdictions.keys()], type: agencyType.options };
  const rules = Object.entries(groups).flatMap(([name, ids]) =>
    ids.map((id) => `.az:has(#${name}-${id}:checked) li[data-${name}]:not([data-${name}="${id}"]){display:none}`),
  );
  return openText('text/css', rules.join('\n'));
};
