import type { APIRoute } from 'astro';
import { openJson } from '../../web/answers.ts';

/** The public keys of receipts and of the chain as a set (RFC 7517), the one in use first. */
export const GET: APIRoute = async ({ locals }) => openJson({ keys: await (await locals.app.cases()).receipts.keys() });
