import { opensWindow, type BackendSetting } from './backend.ts';

/**
 * The content security policy of /admin/, to be sent as an HTTP header. Decap writes styles and its preview frame in place
 * (unsafe-inline, blob:); what of it compiled code out of text is not in our bundle. Nothing comes from another origin.
 */
export const adminCsp = adminCspFor({ name: 'portal' });

/** The policy for a backend; a git host must be reachable from the browser. */
export function adminCspFor(backend: BackendSetting): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    `connect-src 'self' blob: ${hosts(backend).join(' ')}`.trim(),
    "worker-src 'self' blob:",
    "frame-src 'self' blob:",
    "form-action 'self'",
    "frame-ancestors 'self'",
    "base-uri 'self'",
  ].join('; ');
}

/** What the browser asks at each host: its API, and where the browser signs in alone, the host itself. */
function hosts(backend: BackendSetting): string[] {
  switch (backend.name) {
    case 'portal':
      return [];
    case 'github':
      return [origin(backend.api_root), 'https://www.githubstatus.com'];
    case 'gitlab':
    case 'forgejo':
      return [...new Set([origin(backend.api_root), ...(opensWindow(backend) ? [] : [origin(backend.base_url)])])];
  }
}

const origin = (address: string): string => new URL(address).origin;
