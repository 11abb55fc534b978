import type { APIRoute } from 'astro';
import { publicPem } from '../../lib/ecdsa.ts';
import { openText } from '../../web/answers.ts';

/** A public key as PEM, as `openssl` reads it, by its id. */
export const GET: APIRoute = async ({ params, locals }) => {
  const keys = await (await locals.app.cases()).receipts.keys();
  const key = keys.find(({ kid }) => kid === params['key']);
  return key
    ? openText('application/x-pem-file', publicPem(key))
    : openText('text/plain', 'There is no such key.\n', 'not-found');
};
