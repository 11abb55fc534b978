/** Where Decap keeps the content: through this portal (the default) or directly at a git host. */
export type BackendSetting =
  | { name: 'portal' }
  | { name: 'github'; repo: string; branch: string; base_url?: string; auth_endpoint?: string }
  | { name: 'gitlab'; repo: string; branch: string; app_id: string; base_url?: string; api_root?: string }
  | { name: 'gitea'; repo: string; branch: string; app_id: string; base_url: string; api_root: string };

/**
 * The `backend` part of Decap's configuration. GitLab and Gitea sign in by PKCE, GitHub through an OAuth server
 * at `base_url`.
 */
export function decapBackend(setting: BackendSetting): Record<string, unknown> {
  switch (setting.name) {
    case 'portal':
      return { name: 'proxy', proxy_url: '/api/cms', branch: 'published' };
    case 'gitlab':
      return { ...setting, auth_type: 'pkce' };
    case 'github':
    case 'gitea':
      return { ...setting };
  }
}
