import type { Decap } from './decap.ts';

/**
 * By the name that the configuration gives: our own endpoint, and the git hosts. Each is a file of its own, so that who
 * edits through the portal loads nothing of a git host.
 */
const backends: Record<string, () => Promise<unknown>> = {
  proxy: async () => (await import('decap-cms-backend-proxy')).ProxyBackend,
  github: async () => (await import('decap-cms-backend-github')).GitHubBackend,
  gitlab: async () => (await import('decap-cms-backend-gitlab')).GitLabBackend,
  // Gitea too: Decap's own backend of that name keeps no drafts, and the two speak alike.
  forgejo: async () => (await import('decap-cms-backend-forgejo')).ForgejoBackend,
};

/** Loads the backend of a configuration. Throws where there is none of that name. */
export async function registerBackend(CMS: Decap, name: string): Promise<void> {
  const load = backends[name];
  if (!load) throw new Error(`The editor knows no backend "${name}"; it may be ${Object.keys(backends).join(', ')}.`);
  CMS.registerBackend(name, await load());
}
