import * as z from 'zod';
import { bodyOf, readUpTo } from '../../../web/read-body.ts';
import { HostRefusal, refusalFor } from './host-refusal.ts';

const TIMEOUT_MS = 10_000;
const ANSWER_BYTES_MAX = 64 * 1024;

/** RFC 6749, section 5.1; GitHub answers with an error and status 200. */
const answer = z.union([
  z.object({ access_token: z.string().min(1), token_type: z.string().regex(/^bearer$/i) }),
  z.object({ error: z.string() }),
]);

export interface Exchange {
  tokenUrl: string;
  hostName: string;
  appId: string;
  appSecret: string;
  code: string;
  verifier: string;
  callback: string;
}

/**
 * Gives the access token for a code (RFC 6749, section 4.1.3, with the proof key of RFC 7636, section 4.5). Throws a
 * `HostRefusal` in words. The token is only handed on; nothing here keeps or logs it.
 */
export async function exchangeCode(exchange: Exchange): Promise<string> {
  const { tokenUrl, hostName, callback } = exchange;
  const response = await fetch(tokenUrl, {
    method: 'POST',
    // Followed, a redirect would carry the secret to wherever it leads.
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: { accept: 'application/json', 'user-agent': 'OpenCharter' },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: exchange.appId,
      client_secret: exchange.appSecret,
      code: exchange.code,
      redirect_uri: callback,
      code_verifier: exchange.verifier,
    }),
  }).catch(() => undefined);
  if (!response) throw new HostRefusal(502, 'no-answer', `${hostName} did not answer. Try again in some minutes.`);
  const said = answer.safeParse(await jsonOf(response)).data;
  if (!said)
    throw new HostRefusal(
      502,
      'no-token',
      `${hostName} answered with something that is no token (${response.status}). Whoever runs the portal has to check CMS_HOST_URL.`,
    );
  if ('error' in said) throw refusalFor(said.error, hostName, callback);
  return said.access_token;
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    const { chunks, whole } = await readUpTo(bodyOf(response), ANSWER_BYTES_MAX);
    return whole ? JSON.parse(Buffer.concat(chunks).toString()) : undefined;
  } catch {
    // Cut off, or no JSON: both are no token.
    return undefined;
  }
}
