import { defaultLanguage, type Language } from '../lib/locales.ts';

interface Repository {
  /** Owner and name. */
  repo: string;
  branch: string;
  api_root: string;
}

/** The window in which somebody signs in: Decap opens it and believes only messages from `base_url`. */
interface SignInWindow {
  base_url: string;
  auth_endpoint?: string;
}

/** Where Decap keeps the content, in its own words: through this portal (the default) or directly at a git host. */
export type BackendSetting =
  | { name: 'portal' }
  | ({ name: 'github' } & Repository & SignInWindow)
  | ({ name: 'gitlab' } & Repository & (SignInWindow | { base_url: string; app_id: string; auth_type: 'pkce' }))
  | ({ name: 'forgejo' } & Repository & { base_url: string; app_id: string });

/** The `backend` part of Decap's configuration. */
export function decapBackend(setting: BackendSetting, language: Language = defaultLanguage): Record<string, unknown> {
  if (setting.name !== 'portal') return { ...setting };
  const asked = language === defaultLanguage ? '' : `?language=${language}`;
  return { name: 'proxy', proxy_url: `/api/cms${asked}`, branch: 'published' };
}

/** True where somebody signs in through a window that has to tell its opener, across the host's own pages. */
export function opensWindow(setting: BackendSetting): boolean {
  return setting.name === 'github' || (setting.name === 'gitlab' && !('auth_type' in setting));
}
