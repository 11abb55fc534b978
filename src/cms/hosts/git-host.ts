import * as z from 'zod';
import { SettingsProblem } from '../../lib/environment.ts';
import type { BackendSetting } from '../backend.ts';

/** What stands at each host unless told otherwise; a host that everybody runs on their own has no address. */
const hosts = {
  github: { url: 'https://github.com', api: (url: string) => apiOfGitHub(url) },
  gitlab: { url: 'https://gitlab.com', api: (url: string) => `${url}/api/v4` },
  gitea: { url: undefined, api: (url: string) => `${url}/api/v1` },
  forgejo: { url: undefined, api: (url: string) => `${url}/api/v1` },
} as const;

const address = z
  .url({ protocol: /^https?$/, error: 'Write a whole address, such as https://git.example.' })
  .refine(
    (url) => url.startsWith('https:') || /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?:\/|$)/.test(url),
    'Write an address that begins with https://; a token must not travel in the open.',
  )
  .transform((url) => url.replace(/\/+$/, ''));

const origin = address.refine(
  (url) => !/^https?:\/\/[^/]+\/./.test(url),
  'Write the address without a path: only the name before the first single slash counts.',
);

/** The settings by which a deployment keeps its content at a git host, with what is wrong with a value in words. */
export const gitHostEnvironment = z.object({
  CMS_BACKEND: z.enum(['github', 'gitlab', 'gitea', 'forgejo'], 'Write github, gitlab, gitea or forgejo.').optional(),
  CMS_REPO: z
    .string()
    .regex(/^[\w.-]+(?:\/[\w.-]+)+$/, 'Write the repository as owner/name, as its address at the host ends.')
    .optional(),
  CMS_BRANCH: z
    .string()
    .regex(/^(?![-./])(?!.*(?:\.\.|\/\/|@\{))[\w./-]+(?<![./])$/, 'Write the name of a branch, such as main.')
    .default('main'),
  CMS_HOST_URL: address.optional(),
  CMS_API_ROOT: address.optional(),
  CMS_APP_ID: z.string().min(1).optional(),
  CMS_APP_SECRET: z.string().min(16, 'Write the secret of the OAuth application as the host shows it.').optional(),
  CMS_AUTH_URL: origin.optional(),
  CMS_SCOPE: z
    .string()
    .regex(/^[a-z_:]+(?: [a-z_:]+)*$/, 'Write scopes as the host names them, with blanks between: public_repo.')
    .optional(),
  CMS_ORIGINS: z
    .string()
    .default('')
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .pipe(z.array(origin)),
});

/** A git host at which the content of a deployment lies, and how Decap signs in to it. */
export interface GitHost {
  name: keyof typeof hosts;
  /** Owner and name. */
  repo: string;
  branch: string;
  /** Address that people open, without a slash at its end. */
  url: string;
  apiRoot: string;
  signIn: SignIn;
  /** Further origins at which browsers open /admin/, beside that of the portal. */
  origins: string[];
}

export type SignIn =
  /** The browser alone, with a proof key (RFC 7636). The application is registered as public. */
  | { by: 'pkce'; appId: string }
  /** A window at our own /api/oauth/, which keeps the secret of the application. */
  | { by: 'portal'; appId: string; appSecret: string; scope: string }
  /** A window at an OAuth server elsewhere. */
  | { by: 'elsewhere'; origin: string };

/**
 * Reads which git host keeps the content, or gives undefined where none is set. Throws a `SettingsProblem` with the
 * name of each variable that is wrong or missing, and what to do.
 */
export function readGitHost(env: Record<string, string | undefined>): GitHost | undefined {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  if (given.CMS_BACKEND === undefined) return undefined;
  const parsed = gitHostEnvironment.safeParse(given);
  if (!parsed.success)
    throw new SettingsProblem(
      parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`).join('\n'),
    );
  const values = parsed.data;
  const name = values.CMS_BACKEND ?? 'github';
  const url = values.CMS_HOST_URL ?? hosts[name].url ?? missing(name, 'CMS_HOST_URL', `the address of your ${name}`);
  return {
    name,
    repo: values.CMS_REPO ?? missing(name, 'CMS_REPO', 'owner/name of the repository'),
    branch: values.CMS_BRANCH,
    url,
    apiRoot: values.CMS_API_ROOT ?? hosts[name].api(url),
    signIn: signInOf(name, values),
    origins: values.CMS_ORIGINS,
  };
}

/** The host as Decap's configuration and the policy of /admin/ know it, for a portal at `siteUrl`. */
export function backendOf({ name, repo, branch, url, apiRoot, signIn }: GitHost, siteUrl: string): BackendSetting {
  const repository = { repo, branch, api_root: apiRoot };
  // Decap takes a message only from exactly this origin, so nothing may stand after the name.
  const window =
    signIn.by === 'elsewhere'
      ? { base_url: signIn.origin }
      : { base_url: new URL(siteUrl).origin, auth_endpoint: 'api/oauth/auth' };
  if (name === 'github') return { name, ...repository, ...window };
  if (signIn.by === 'pkce') {
    const app = { base_url: url, app_id: signIn.appId };
    if (name === 'gitlab') return { name, ...repository, ...app, auth_type: 'pkce' };
    // Decap's own backend for Gitea keeps no drafts, and so does not open; the one for Forgejo speaks the same API and does.
    return { name: 'forgejo', ...repository, ...app };
  }
  return { name: 'gitlab', ...repository, ...window };
}

function signInOf(name: GitHost['name'], values: z.output<typeof gitHostEnvironment>): SignIn {
  const { CMS_APP_ID: appId, CMS_APP_SECRET: appSecret, CMS_AUTH_URL: elsewhere, CMS_SCOPE } = values;
  const proofKeyOnly = name === 'gitea' || name === 'forgejo';
  if (proofKeyOnly && (appSecret ?? elsewhere) !== undefined)
    throw new SettingsProblem(
      `${appSecret ? 'CMS_APP_SECRET' : 'CMS_AUTH_URL'} is set, but Decap signs in to ${name} in the browser alone. Take it out, and register the application there as a public client (no secret).`,
    );
  if (elsewhere && appSecret)
    throw new SettingsProblem(
      'CMS_AUTH_URL and CMS_APP_SECRET are both set. Keep CMS_APP_SECRET to sign in through this portal, or CMS_AUTH_URL for an OAuth server elsewhere.',
    );
  if (elsewhere) return { by: 'elsewhere', origin: elsewhere };
  if (appSecret)
    return {
      by: 'portal',
      appId: appId ?? missing(name, 'CMS_APP_ID', 'the id of the OAuth application'),
      appSecret,
      scope: CMS_SCOPE ?? (name === 'github' ? 'repo' : 'api'),
    };
  if (name === 'github')
    return missing(
      name,
      'CMS_APP_SECRET',
      'the secret of the OAuth application (with CMS_APP_ID), or CMS_AUTH_URL, an OAuth server elsewhere',
    );
  return { by: 'pkce', appId: appId ?? missing(name, 'CMS_APP_ID', 'the id of the OAuth application') };
}

function missing(name: string, variable: string, what: string): never {
  throw new SettingsProblem(
    `CMS_BACKEND is ${name}, so ${variable} must be set too: ${what}. src/docs/git-hosts.md tells where it is found.`,
  );
}

/** GitHub's own API has a name of its own, that of an Enterprise Server a path. */
function apiOfGitHub(url: string): string {
  return url === 'https://github.com' ? 'https://api.github.com' : `${url}/api/v3`;
}
