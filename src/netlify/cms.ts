import { backendOf, readGitHost, type GitHost } from '../cms/hosts/git-host.ts';
import { createHostedCms } from '../cms/hosts/hosted-cms.ts';
import type { Cms } from '../cms/create-cms.ts';
import { json } from '../web/answers.ts';
import type { Register } from '../register/register.ts';
import type { BackendSetting } from '../cms/backend.ts';

type Environment = Record<string, string | undefined>;

/** Why the portal's own CMS endpoint is not there: it writes commits into a clone, and a function has no disk. */
export const NO_DESK =
  'On Netlify the charter desk needs a git host: set CMS_BACKEND, CMS_REPO and what src/docs/git-hosts.md names, and deploy again. Until then edit the files in content/ in the repository.';

/**
 * The git host that Decap is to work with, or undefined where none is set. Throws a `SettingsProblem` where a variable
 * is missing or wrong.
 */
export function readCmsBackend(env: Environment, siteUrl: string): BackendSetting | undefined {
  const host: GitHost | undefined = readGitHost(env);
  return host && backendOf(host, siteUrl);
}

/** Answers /api/cms inside a function: for a git host, or with what to set. */
export function createNetlifyCms(register: () => Promise<Register>, env: Environment, siteUrl: string): Cms {
  return {
    async handle(request) {
      const backend = readCmsBackend(env, siteUrl);
      return backend ? createHostedCms(register, backend).handle(request) : json({ error: NO_DESK }, {}, 501);
    },
  };
}
