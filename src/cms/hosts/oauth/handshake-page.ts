import { randomBytes } from 'node:crypto';
import { Markup, markup } from '../../../lib/markup.ts';

export interface Told {
  /** The host as Decap names it. */
  provider: string;
  /** A token, or a sentence that says why there is none. */
  outcome: { token: string } | { problem: string };
  /** Origins at which /admin/ is opened. Nobody else is told anything. */
  origins: string[];
  status: number;
  /** Forgets the sign-in. */
  setCookie: string;
}

/*
 * Decap's handshake: the window says "authorizing:PROVIDER", the page that opened it says the same back, and only then,
 * to the origin it answered from, goes "authorization:PROVIDER:success:{…}". Sent to each origin by name, the first
 * message reaches an opener of another one not at all.
 */
const script = `
const { provider, message, origins } = JSON.parse(document.getElementById('told').textContent);
history.replaceState(null, '', location.pathname);
const greeting = 'authorizing:' + provider;
function answer(event) {
  if (event.source !== window.opener || event.data !== greeting || !origins.includes(event.origin)) return;
  removeEventListener('message', answer);
  window.opener.postMessage(message, event.origin);
}
if (window.opener) {
  addEventListener('message', answer);
  for (const origin of origins) window.opener.postMessage(greeting, origin);
} else document.getElementById('alone').hidden = false;
`;

/**
 * The page on which a sign-in at a git host ends: it tells the desk that opened it, and shows a sentence. It runs this one
 * script and nothing else, is framed by nobody and kept by no cache.
 */
export function handshakePage({ provider, outcome, origins, status, setCookie }: Told): Response {
  const nonce = randomBytes(16).toString('base64');
  const message =
    'token' in outcome
      ? `authorization:${provider}:success:${JSON.stringify({ token: outcome.token, provider })}`
      : `authorization:${provider}:error:${JSON.stringify({ message: outcome.problem })}`;
  // Within a script element only a "<" can end it; in JSON it may stand as an escape.
  const told = new Markup(JSON.stringify({ provider, message, origins }).replaceAll('<', '\\u003c'));
  const says = 'token' in outcome ? 'You are signed in. This window closes by itself.' : outcome.problem;
  const html = markup`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex"><title>Sign in – charter desk</title>
<style nonce="${nonce}">body{font:1.125rem/1.5 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1rem}</style>
<body><h1>Charter desk</h1><p role="status">${says}</p>
<p id="alone" hidden>This window does not know the desk that opened it. Close it, open <a href="/admin/">the desk</a> and sign in from there.</p>
<script type="application/json" id="told">${told}</script>
<script type="module" nonce="${nonce}">${new Markup(script)}</script></body></html>`;
  return new Response(html.text, {
    status,
    headers: {
      ...confidential,
      'content-type': 'text/html; charset=utf-8',
      'set-cookie': setCookie,
      'content-security-policy': `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    },
  });
}

/** For every answer on the way: a code or a token may stand in it, and the window has to keep its opener. */
export const confidential = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'unsafe-none',
};
