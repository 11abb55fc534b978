import { adminCspFor } from '../cms/admin-csp.ts';
import { opensWindow, type BackendSetting } from '../cms/backend.ts';
import { framedAddresses, secretAddresses } from '../site/private-addresses.ts';

/** Where the desk keeps the content: what /admin/ may reach follows from it. */
export type DeskBackend = BackendSetting;

const pagePolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
];

/**
 * The security headers for an address. Widgets may be framed by any site, everything else only by the portal
 * itself; frame-ancestors works only as a header, not in the page. What /admin/ may reach depends on where Decap keeps the
 * content.
 */
export function securityHeaders(
  pathname: string,
  secure: boolean,
  backend: DeskBackend = { name: 'portal' },
): Record<string, string> {
  const admin = pathname.startsWith('/admin/');
  // Every answer there, redirects and errors too: a secret may stand in the address.
  const secretive = secretAddresses.test(pathname);
  const embedded = framedAddresses.test(pathname) || pathname === '/embed.js';
  return {
    'Content-Security-Policy': admin
      ? adminCspFor(backend)
      : [...pagePolicy, embedded ? 'frame-ancestors *' : "frame-ancestors 'self'"].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': secretive ? 'same-origin' : 'strict-origin-when-cross-origin',
    ...(secretive ? { 'Cache-Control': 'no-store' } : {}),
    // Where somebody is may be asked for by a tap, for the list of offices; frames and other sites may not.
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(self), browsing-topics=()',
    ...(embedded
      ? { 'Cross-Origin-Resource-Policy': 'cross-origin' }
      : { 'Cross-Origin-Opener-Policy': openerPolicy(pathname, backend) }),
    ...(secure ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  };
}

/**
 * Whether windows know of each other. The one in which somebody signs in at a git host has to tell /admin/, and passes
 * through the host's pages on its way: with `same-origin` here it would have no opener to tell.
 */
function openerPolicy(pathname: string, backend: DeskBackend): string {
  return pathname.startsWith('/admin/') && opensWindow(backend) ? 'same-origin-allow-popups' : 'same-origin';
}

/**
 * The security headers of a published file. Nothing runs in the data of the search, in styles or in type, and nobody frames
 * them; a first search fetches a dozen of those files and more, so they bear what is needed of a file alone.
 */
export function fileSecurityHeaders(pathname: string, secure: boolean, backend?: DeskBackend): Record<string, string> {
  const all = securityHeaders(pathname, secure, backend);
  if (!/^\/(?:search-index\/.*\.json|assets\/.*\.(?:css|woff2))$/.test(pathname)) return all;
  const needed = ['X-Content-Type-Options', 'Strict-Transport-Security'];
  return Object.fromEntries(Object.entries(all).filter(([name]) => needed.includes(name)));
}

/** The type of a file whose name alone would give a wrong one: a feed is no plain XML (RFC 4287, 7). */
export function contentType(pathname: string): string | undefined {
  return /(?:^|\/)feed\.xml$/.test(pathname) ? 'application/atom+xml; charset=utf-8' : undefined;
}

/**
 * How long a file may be kept: what carries a hash in its address for a year, everything else is asked for anew. The
 * worker above all, because a new one is how pages kept on phones are let go of.
 */
export function cacheControl(pathname: string): string {
  if (pathname === '/sw.js') return 'no-cache';
  const hashed = /^\/(?:admin\/)?assets\//.test(pathname) || /^\/search-index\/[^/]+\/./.test(pathname);
  return hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate';
}
