import type { APIRoute } from 'astro';
import type { Knocked } from '../../cases/abuse/doorkeeper.ts';
import { confidentialFile, confidentialRefusal, type Download } from '../../web/answers.ts';
import { clientAddressOf } from '../../web/client-address.ts';
import { readKeys } from '../../web/read-form.ts';

/** Gives an officer a file of a case, by the signed link of a mail. */
export const GET: APIRoute = async (context) => {
  const { url, locals } = context;
  const token = (url.searchParams.get('t') ?? '').slice(0, 200);
  const cases = await locals.app.cases();
  return answer(
    await cases.knock(token, clientAddressOf(context), () =>
      cases.officer.file(token, Number(url.searchParams.get('number'))),
    ),
  );
};

/** Gives a citizen a file of their case. Only a posted form opens it, so no secret stands in an address. */
export const POST: APIRoute = async (context) => {
  const key = await readKeys(context.request);
  const [reference, secret, number] = [key('reference'), key('secret'), Number(key('number'))];
  const cases = await context.locals.app.cases();
  return answer(
    await cases.knock(reference, clientAddressOf(context), () => cases.citizen.file(reference, secret, number)),
  );
};

function answer(knocked: Knocked<Download>): Response {
  if (knocked.kind === 'later')
    return confidentialRefusal('later', 'Wrong secrets were tried too often. Try again later.\n', knocked);
  return knocked.value
    ? confidentialFile(knocked.value)
    : confidentialRefusal('not-found', 'There is no such file, or the link to it is not complete.\n');
}
