import type { APIRoute } from 'astro';
import { readForm } from '../../cases/read-form.ts';

export const prerender = false;

/** Gives an officer a file of a case, by the signed link of a mail. */
export const GET: APIRoute = async ({ url, locals }) => {
  const token = (url.searchParams.get('t') ?? '').slice(0, 200);
  return (await locals.app.cases.deskFile(token, Number(url.searchParams.get('number')))) ?? nothing();
};

/** Gives a citizen a file of their case. Only a posted form opens it, so no secret stands in an address. */
export const POST: APIRoute = async ({ request, locals }) => {
  const read = await readForm(request, 4096);
  const form = 'form' in read ? read.form : new FormData();
  const [reference = '', secret = '', number = ''] = ['reference', 'secret', 'number'].map((name) => String(form.get(name) ?? '').slice(0, 200));
  return (await locals.app.cases.file(reference, secret, Number(number))) ?? nothing();
};

function nothing(): Response {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' };
  return new Response('There is no such file, or the link to it is not complete.\n', { status: 404, headers });
}
