import type { APIRoute } from 'astro';
import { clientAddressOf } from '../../web/client-address.ts';
import { laterResponse } from '../../web/later.ts';
import { bodyLimits } from '../../web/body-limits.ts';
import { readForm } from '../../web/read-form.ts';

export const prerender = false;

/**
 * Gives a citizen all that is stored about their case, as a file. Only a posted form opens it, so no secret stands in
 * an address.
 */
export const POST: APIRoute = async (context) => {
  const { request, locals } = context;
  const read = await readForm(request, bodyLimits.keys);
  const form = 'form' in read ? read.form : new FormData();
  const [reference = '', secret = ''] = ['reference', 'secret'].map((name) => String(form.get(name) ?? ''));
  const cases = await locals.app.cases();
  const knocked = await cases.knock(reference, clientAddressOf(context), () => cases.citizen.export(reference, secret));
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
  };
  if (knocked.kind === 'later')
    return laterResponse(knocked.until, '{"error":"Wrong secrets were tried too often. Try again later."}\n', headers);
  const data = knocked.value;
  if (!data)
    return new Response('{"error":"There is no case with this reference and this secret."}\n', {
      status: 404,
      headers,
    });
  return new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: { ...headers, 'Content-Disposition': `attachment; filename="case-${data.reference}.json"` },
  });
};
