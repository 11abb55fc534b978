import type { IncomingMessage } from 'node:http';

type UnreadRequest = Pick<IncomingMessage, 'method' | 'url' | 'headers' | 'httpVersion'>;

/** Every method that some address of the portal answers. */
export const answeredMethods = ['GET', 'HEAD', 'POST'];

/** A host name or an address, with a port or without (RFC 9110, 7.2). Who we are is not taken from it. */
const HOST = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/** Answers whether a request says whom it is for, as it has to since HTTP/1.1. */
export function namesHost({ headers, httpVersion }: Pick<UnreadRequest, 'headers' | 'httpVersion'>): boolean {
  // HTTP/1.0 knows no Host; a load balancer's check of health sends none.
  return headers.host === undefined ? httpVersion === '1.0' : HOST.test(headers.host);
}

/**
 * The status for a request that no page can answer, or undefined. Such requests end here: further on they would
 * be an error, and be logged with their whole address, in which a secret may stand.
 */
export function refusalStatus({
  method = '',
  url = '',
  headers,
  httpVersion,
}: UnreadRequest): 400 | 404 | 405 | undefined {
  if (!answeredMethods.includes(method)) return 405;
  if (!namesHost({ headers, httpVersion })) return 400;
  const path = url.split('?', 1)[0] ?? '';
  // A second slash at the start would name another site, and no address of ours has one further on.
  if (!path.startsWith('/') || path.includes('//')) return 404;
  try {
    decodeURIComponent(path);
    return undefined;
  } catch {
    return 404;
  }
}
