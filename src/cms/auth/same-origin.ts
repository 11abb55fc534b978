import { CmsError } from '../cms-error.ts';

/**
 * Refuses a request that may change something unless a page of this portal sent it. `siteUrl` is the address that
 * browsers see; behind a proxy the request itself may bear another.
 */
export function assertSameOrigin(request: Request, siteUrl: string): void {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  const own = [new URL(request.url).origin, new URL(siteUrl).origin];
  const fits =
    (site === null || site === 'same-origin') &&
    (origin === null || own.includes(origin)) &&
    !(site === null && origin === null);
  if (!fits)
    throw new CmsError(403, 'This request did not come from a page of this portal. Open /admin/ and try again.');
}

/** Refuses a body that is not JSON: a form on another site could send every other kind without asking. */
export function assertJson(request: Request): void {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
    throw new CmsError(400, 'Send the request as application/json.');
}

/**
 * True when the browser reaches the portal on this very machine. A name that another site points here does not count.
 */
export function isLoopback(request: Request): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(request.url).hostname);
}
