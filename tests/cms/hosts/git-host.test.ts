import { describe, expect, it } from 'vitest';
import { adminCspFor } from '../../../src/cms/admin-csp.ts';
import { decapBackend } from '../../../src/cms/backend.ts';
import { backendOf, readGitHost } from '../../../src/cms/hosts/git-host.ts';

const SITE = 'https://portal.example/';
const APP = { CMS_APP_ID: 'an-id', CMS_APP_SECRET: 'a secret of the application' };
const repo = { CMS_REPO: 'gov/charters' };

/** What Decap is told, and whom its page may ask. */
function deskOf(env: Record<string, string>) {
  const host = readGitHost(env);
  if (!host) throw new Error('no host');
  const backend = backendOf(host, SITE);
  const asked = /connect-src 'self' blob: ?([^;]*)/.exec(adminCspFor(backend))?.[1];
  return { decap: decapBackend(backend), asked };
}

describe('a git host', () => {
  it('is none where nothing is set, and where it is set to nothing', () => {
    expect(readGitHost({})).toBeUndefined();
    expect(readGitHost({ CMS_BACKEND: '', CMS_REPO: 'gov/charters' })).toBeUndefined();
  });

  it('is GitHub through our own sign-in, whose origin Decap believes to the letter', () => {
    expect(deskOf({ CMS_BACKEND: 'github', ...repo, ...APP })).toEqual({
      decap: {
        name: 'github',
        repo: 'gov/charters',
        branch: 'main',
        api_root: 'https://api.github.com',
        // With a slash at its end Decap would open the window and then wait for ever.
        base_url: 'https://portal.example',
        auth_endpoint: 'api/oauth/auth',
      },
      asked: 'https://api.github.com https://www.githubstatus.com',
    });
  });

  it('is a GitHub Enterprise Server, or GitHub with an OAuth server elsewhere', () => {
    expect(deskOf({ CMS_BACKEND: 'github', ...repo, ...APP, CMS_HOST_URL: 'https://git.gov.example/' })).toMatchObject({
      decap: { api_root: 'https://git.gov.example/api/v3' },
      asked: expect.stringContaining('https://git.gov.example'),
    });
    expect(deskOf({ CMS_BACKEND: 'github', ...repo, CMS_AUTH_URL: 'https://oauth.example/' }).decap).toMatchObject({
      base_url: 'https://oauth.example',
    });
  });

  it('is GitLab, in the browser alone or through our own sign-in', () => {
    expect(deskOf({ CMS_BACKEND: 'gitlab', ...repo, CMS_APP_ID: 'an-id', CMS_BRANCH: 'live' })).toEqual({
      decap: {
        name: 'gitlab',
        repo: 'gov/charters',
        branch: 'live',
        api_root: 'https://gitlab.com/api/v4',
        base_url: 'https://gitlab.com',
        app_id: 'an-id',
        auth_type: 'pkce',
      },
      asked: 'https://gitlab.com',
    });
    const { decap } = deskOf({ CMS_BACKEND: 'gitlab', ...repo, ...APP });
    expect(decap).toMatchObject({ base_url: 'https://portal.example', auth_endpoint: 'api/oauth/auth' });
    expect(decap).not.toHaveProperty('auth_type');
  });

  it.each(['gitea', 'forgejo'])('is a %s of one’s own, in the browser alone', (name) => {
    expect(deskOf({ CMS_BACKEND: name, ...repo, CMS_HOST_URL: 'https://git.example', CMS_APP_ID: 'an-id' })).toEqual({
      decap: {
        // The one backend of Decap that keeps drafts at either.
        name: 'forgejo',
        repo: 'gov/charters',
        branch: 'main',
        api_root: 'https://git.example/api/v1',
        base_url: 'https://git.example',
        app_id: 'an-id',
      },
      asked: 'https://git.example',
    });
  });

  it('keeps the secret of the application out of what the browser gets', () => {
    expect(JSON.stringify(deskOf({ CMS_BACKEND: 'github', ...repo, ...APP }))).not.toContain(APP.CMS_APP_SECRET);
  });

  const gitea = { CMS_BACKEND: 'gitea', ...repo, CMS_HOST_URL: 'https://git.example', CMS_APP_ID: 'an-id' };
  it.each([
    ['an unknown host', { CMS_BACKEND: 'bitbucket' }, 'CMS_BACKEND: Write github, gitlab, gitea or forgejo.'],
    ['no repository', { CMS_BACKEND: 'gitlab', CMS_APP_ID: 'an-id' }, 'so CMS_REPO must be set too'],
    [
      'a repository as an address',
      { CMS_BACKEND: 'github', CMS_REPO: 'https://github.com/gov/charters' },
      'owner/name',
    ],
    ['a branch that is none', { CMS_BACKEND: 'github', ...repo, CMS_BRANCH: '../main' }, 'CMS_BRANCH: '],
    ['GitHub without a sign-in', { CMS_BACKEND: 'github', ...repo }, 'CMS_APP_SECRET must be set too'],
    ['a secret without its id', { CMS_BACKEND: 'github', ...repo, CMS_APP_SECRET: APP.CMS_APP_SECRET }, 'CMS_APP_ID'],
    ['a host without an address', { ...gitea, CMS_HOST_URL: '' }, 'so CMS_HOST_URL must be set too'],
    ['an address in the open', { ...gitea, CMS_HOST_URL: 'http://git.example' }, 'begins with https://'],
    ['a secret where Decap takes none', { ...gitea, ...APP }, 'register the application there as a public client'],
    [
      'two ways to sign in',
      { CMS_BACKEND: 'github', ...repo, ...APP, CMS_AUTH_URL: 'https://oauth.example' },
      'both set',
    ],
    ['any origin', { CMS_BACKEND: 'github', ...repo, ...APP, CMS_ORIGINS: '*' }, 'CMS_ORIGINS: '],
    [
      'an origin with a path',
      { CMS_BACKEND: 'github', ...repo, ...APP, CMS_ORIGINS: 'https://a.example/admin' },
      'without a path',
    ],
  ])('with %s is refused in words', (_, env, words) => {
    expect(() => readGitHost(env)).toThrow(words);
  });
});
