import type { BackendSetting } from '../cms/backend.ts';
import { cmsConfig } from '../cms/config/cms-config.ts';
import type { Cms } from '../cms/create-cms.ts';
import { json } from '../web/answers.ts';
import type { Register } from '../register/register.ts';

/** Why the portal's own CMS endpoint is not there: it writes commits into a clone, and a function has no disk. */
export const NO_DESK =
  'On Netlify the charter desk needs a git host: set CMS_BACKEND, CMS_REPO and what src/docs/deploy.md names, and deploy again. Until then edit the files in content/ in the repository.';

/**
 * Reads the git host that Decap is to work with, or gives undefined where none is set. Throws where a variable is
 * missing.
 */
export function readCmsBackend(env: Record<string, string | undefined>): BackendSetting | undefined {
  const name = env.CMS_BACKEND;
  if (!name) return undefined;
  const need = (variable: string): string => {
    const value = env[variable];
    if (!value) throw new Error(`CMS_BACKEND is ${name}, so ${variable} must be set too; see src/docs/deploy.md.`);
    return value;
  };
  const repository = { repo: need('CMS_REPO'), branch: env.CMS_BRANCH || 'main' };
  const authUrl = env.CMS_AUTH_URL ? { base_url: env.CMS_AUTH_URL } : {};
  switch (name) {
    case 'github':
      return { name, ...repository, ...authUrl };
    case 'gitlab':
      return {
        name,
        ...repository,
        app_id: need('CMS_APP_ID'),
        ...authUrl,
        ...(env.CMS_API_ROOT ? { api_root: env.CMS_API_ROOT } : {}),
      };
    case 'gitea':
      return {
        name,
        ...repository,
        app_id: need('CMS_APP_ID'),
        base_url: need('CMS_AUTH_URL'),
        api_root: need('CMS_API_ROOT'),
      };
    default:
      throw new Error(`CMS_BACKEND is ${name}; it may be github, gitlab or gitea.`);
  }
}

/**
 * Answers /api/cms where Decap talks to a git host itself: the configuration, for whoever may write to that repository.
 */
export function createNetlifyCms(register: () => Promise<Register>, env: Record<string, string | undefined>): Cms {
  return {
    async handle(request) {
      const backend = readCmsBackend(env);
      if (!backend) return json({ error: NO_DESK }, {}, 501);
      const route = `${request.method} ${new URL(request.url).pathname.replace(/\/$/, '')}`;
      const content = await register();
      // The git host asks who it is and decides what may be written; nobody is told apart here.
      const officer = {
        name: 'git account',
        email: content.portal.operatorEmail,
        role: 'desk-officer' as const,
        jurisdictions: [],
        agencies: [...content.agencies.keys()],
        mayPublish: true,
        sample: false,
      };
      if (route === 'GET /api/cms/session') return json({ officer: { ...officer, agencies: ['all agencies'] } });
      if (route === 'GET /api/cms/config') return json(cmsConfig({ officer, register: content, backend }));
      return json(
        { error: 'There is nothing at this address: the charter desk talks to the git host itself.' },
        {},
        404,
      );
    },
  };
}
