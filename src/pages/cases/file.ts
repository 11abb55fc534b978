import type { APIRoute } from 'astro';
import { clientAddressOf } from '../../web/client-address.ts';
import { laterResponse } from '../../web/later.ts';
import { bodyLimits } from '../../web/body-limits.ts';
import { readForm } from '../../web/read-form.ts';
import type { Knocked } from '../../cases/abuse/doorkeeper.ts';

export const prerender = false;

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
  const { request, locals } = context;
  const read = await readForm(request, bodyLimits.keys);
  const form = 'form' in read ? read.form : new FormData();
  const [reference = '', secret = '', number = ''] = ['reference', 'secret', 'number'].map((name) =>
    String(form.get(name) ?? '').slice(0, 200),
  );
  const cases = await locals.app.cases();
  return answer(
    await cases.knock(reference, clientAddressOf(context), () => cases.citizen.file(reference, secret, Number(number))),
  );
};

const headers = {
  'Content-Type': 'text/plain; charset=utf-8',
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
};

function answer(knocked: Knocked<Response>): Response {
  if (knocked.kind === 'later')
    return laterResponse(knocked.until, 'Wrong secrets were tried too often. Try again later.\n', headers);
  return knocked.value ?? nothing();
}

function nothing(): Response {
  return new Response('There is no such file, or the link to it is not complete.\n', { status: 404, headers });
}
