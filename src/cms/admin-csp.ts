import type { BackendSetting } from './backend.ts';

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

function hosts(backend: BackendSetting): string[] {
  switch (backend.name) {
    case 'portal':
      return [];
    case 'github':
      return ['https://api.github.com', 'https://www.githubstatus.com', ...origin(backend.base_url)];
    case 'gitlab':
      return [...origin(backend.api_root ?? 'https://gitlab.com'), ...origin(backend.base_url ?? 'https://gitlab.com')];
    case 'gitea':
      return [...origin(backend.api_root), ...origin(backend.base_url)];
  }
}

function origin(address: string | undefined): string[] {
  return address ? [new URL(address).origin] : [];
}
