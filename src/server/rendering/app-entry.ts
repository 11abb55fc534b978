import type { IncomingMessage, ServerResponse } from 'node:http';
import { createApp } from 'astro/app/entrypoint';
import { createRequestFromNodeRequest, writeResponse } from 'astro/app/node';
import { ownAddress } from './own-address.ts';
import { createEditionMatch, isOfEdition } from './routes.ts';

/*
 * What Astro compiles src/pages into, as `built-app.ts` opens it: this file is its entry. Nothing of the content is in
 * it.
 */

// A page that becomes a file is made in one piece; a visitor begins to read while the rest is being made.
const whole = createApp({ streaming: false });
const streamed = createApp({ streaming: true });
const routeOf = createEditionMatch(whole.manifest.routes.map(({ routeData }) => routeData));

/** See `BuiltApp`. */
export function tellAddress(siteUrl: string): void {
  for (const { manifest } of [whole, streamed]) {
    manifest.site = siteUrl;
    manifest.allowedDomains = ownAddress(siteUrl);
  }
}

/** See `BuiltApp`. */
export async function render(path: string, edition: App.Locals['edition']): Promise<string> {
  let fault: unknown;
  const locals = { edition, fault: (error: unknown) => void (fault = error) };
  const routeData = routeOf(path);
  if (!routeData) throw new Error('No page of src/pages is made for this address.');
  const response = await whole.render(new Request(new URL(path, whole.manifest.site)), { locals, routeData });
  if (fault) throw fault;
  const expected = { '/404': 404, '/500': 500 }[path] ?? 200;
  if (response.status !== expected) throw new Error(`The page answers ${response.status} in place of ${expected}.`);
  return response.text();
}

/** See `BuiltApp`. */
export async function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  next: (error?: unknown) => void,
  locals: object,
): Promise<void> {
  const request = createRequestFromNodeRequest(incoming, { allowedDomains: streamed.getAllowedDomains() ?? [] });
  const routeData = streamed.match(request);
  if (!routeData || isOfEdition(routeData.route)) {
    next();
    return;
  }
  let fault: unknown;
  const given = { ...locals, fault: (error: unknown) => void (fault = error) };
  const response = await streamed.render(request, { addCookieHeader: true, locals: given, routeData });
  if (!fault) await writeResponse(response, outgoing);
  // Whoever has left broke off what they were sending: that is no fault of the page.
  else if (!incoming.socket.destroyed) next(fault);
}
