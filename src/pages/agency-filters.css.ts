import type { APIRoute } from 'astro';
import { agencyType } from '../schemas/charter.ts';
import { openText } from '../web/answers.ts';

/**
 * The rules by which the A–Z filters without JavaScript, for each country and kind of body: other bodies go, and letters
 * without any.
 */
export const GET: APIRoute = ({ locals }) => {
  const groups = { country: [...locals.edition.register.jurisdictions.keys()], type: agencyType.options };
  const rules = Object.entries(groups).flatMap(([name, ids]) =>
    ids.map((id) => {
      const chosen = `.az:has(#${name}-${id}:checked)`;
      const own = `[data-${name}="${id}"]`;
      return `${chosen} li[data-${name}]:not(${own}),${chosen} .drawers>:not(:has(${own})){display:none}`;
    }),
  );
  return openText('text/css', rules.join('\n'));
};
