import { markup } from '../../lib/markup.ts';

/** The page behind a sign-in link. It only asks: mail scanners open links, and must not use them up. */
export function confirmPage(token: string | undefined): Response {
  const content = token
    ? markup`<h1>Sign in to the charter desk</h1><p>Press the button to sign in on this device.</p>
<form method="post"><input type="hidden" name="token" value="${token}"><button>Sign in</button></form>`
    : markup`<h1>This link no longer works</h1><p>A link works once and for 15 minutes. <a href="/admin/">Ask for a new one.</a></p>`;
  const html = markup`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Sign in – charter desk</title><style>body{font:1.125rem/1.5 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1rem}
button{font:inherit;font-weight:600;padding:.6rem 1.4rem;border:0;border-radius:.25rem;background:#0b5d3b;color:#fff}</style>
<body>${content}</body></html>`;
  return new Response(html.text, {
    status: token ? 200 : 410,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      // Not "no-referrer": with it browsers send "Origin: null" and the confirmation would be refused.
      'referrer-policy': 'same-origin',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    },
  });
}
