import type { APIRoute } from 'astro';
import { confidentialFile, confidentialRefusal } from '../../web/answers.ts';
import { clientAddressOf } from '../../web/client-address.ts';
import { readKeys } from '../../web/read-form.ts';
import { defaultLanguage, languages } from '../../lib/locales.ts';
import { urls } from '../../site/urls.ts';
import { keepFile } from '../../views/case/keep-case.ts';

/**
 * Gives a citizen reference and secret of their case as a text file to keep. Only a posted form gets it, so no secret
 * stands in an address; and only for a case that they open, so that no file says of other words that they do.
 */
export const POST: APIRoute = async (context) => {
  const key = await readKeys(context.request);
  const [reference, secret] = [key('reference'), key('secret')];
  const language = languages.find((known) => known === key('language')) ?? defaultLanguage;
  const cases = await context.locals.app.cases();
  const knocked = await cases.knock(reference, clientAddressOf(context), () => cases.citizen.follow(reference, secret));
  if (knocked.kind === 'later')
    return confidentialRefusal('later', 'Wrong secrets were tried too often. Try again later.\n', knocked);
  if (!knocked.value)
    return confidentialRefusal('not-found', 'There is no case with this reference and this secret.\n');
  const address = new URL(urls.cases(language), context.site ?? context.url).href;
  return confidentialFile({
    name: `case-${knocked.value.reference}.txt`,
    type: 'text/plain; charset=utf-8',
    content: keepFile({ reference: knocked.value.reference, secret, address }, context.locals.portal.name, language),
  });
};
