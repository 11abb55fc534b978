import { markup } from '../lib/markup.ts';

/** Says in a sentence why a request is refused that no page of ours sends: one of another site, for example. */
export function plainRefusal(status: number, says: string): Response {
  const page = markup`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${says}</title><body><p>${says}</p></body></html>`;
  return new Response(page.text, {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
