import type { APIRoute } from 'astro';
import { confidentialFile, confidentialRefusal } from '../../web/answers.ts';
import { clientAddressOf } from '../../web/client-address.ts';
import { readKeys } from '../../web/read-form.ts';

const type = 'application/json; charset=utf-8';

/**
 * Gives a citizen all that is stored about their case, as a file. Only a posted form opens it, so no secret stands in
 * an address.
 */
export const POST: APIRoute = async (context) => {
  const key = await readKeys(context.request);
  const [reference, secret] = [key('reference'), key('secret')];
  const cases = await context.locals.app.cases();
  const knocked = await cases.knock(reference, clientAddressOf(context), () => cases.citizen.export(reference, secret));
  if (knocked.kind === 'later') {
    const says = '{"error":"Wrong secrets were tried too often. Try again later."}\n';
    return confidentialRefusal('later', says, { type, until: knocked.until });
  }
  const data = knocked.value;
  return data
    ? confidentialFile({ name: `case-${data.reference}.json`, type, content: `${JSON.stringify(data, null, 2)}\n` })
    : confidentialRefusal('not-found', '{"error":"There is no case with this reference and this secret."}\n', { type });
};
