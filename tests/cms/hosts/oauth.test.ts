import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readGitHost } from '../../../src/cms/hosts/git-host.ts';
import { createOAuth } from '../../../src/cms/hosts/oauth/create-oauth.ts';
import { APP, published, publishedErrors, startHost } from './stand-in.ts';

const SITE = 'https://portal.example';
const CALLBACK = `${SITE}/api/oauth/callback`;

/** The sign-in of a portal whose content lies at a stand-in, and a browser that asks it. */
async function portal(name: 'github' | 'gitlab', env: Record<string, string> = {}) {
  const host = await startHost(name);
  const events: object[] = [];
  let minutes = 0;
  const oauth = createOAuth({
    host: readGitHost({
      CMS_BACKEND: name,
      CMS_REPO: 'gov/charters',
      CMS_HOST_URL: host.url,
      CMS_APP_ID: APP.id,
      CMS_APP_SECRET: APP.secret,
      ...env,
    }),
    siteUrl: SITE,
    secret: 'a secret for tests that is long enough',
    clock: () => new Date(Date.UTC(2026, 10, 2, 9, minutes)),
    log: (event) => events.push(event),
  });
  const ask = (address: string, cookie = '', method = 'GET') =>
    oauth.handle(new Request(new URL(address, SITE), { method, headers: cookie ? { cookie } : {} }));
  const begin = async (query = `provider=${name}&site_id=portal.example&scope=repo`) => {
    const response = await ask(`/api/oauth/auth?${query}`);
    return { response, cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
  };
  /** As the browser does: to the host, and back to where the host leads. */
  const throughHost = async (response: Response): Promise<string> =>
    (await fetch(response.headers.get('location') ?? '', { redirect: 'manual' })).headers.get('location') ?? '';
  return { host, events, ask, begin, throughHost, later: (by: number) => void (minutes += by) };
}

/** What a page tells the desk, and to whom. */
async function told(page: Response): Promise<{ provider: string; message: string; origins: string[] }> {
  const data = /<script type="application\/json" id="told">(.*?)<\/script>/s.exec(await page.text())?.[1];
  return JSON.parse(data ?? 'null');
}

describe.each(['github', 'gitlab'] as const)('signing in at %s', (name) => {
  it('gives Decap the token that the host publishes as its example', async () => {
    const { begin, throughHost, ask } = await portal(name);
    const { response, cookie } = await begin();
    const page = await ask(await throughHost(response), cookie);
    expect(page.status).toBe(200);
    expect(await told(page)).toEqual({
      provider: name,
      message: `authorization:${name}:success:${JSON.stringify({ token: published[name].access_token, provider: name })}`,
      origins: [SITE],
    });
  });

  it('proves with S256 that the same browser ends what it began, and keeps the proof to itself', async () => {
    const { host, begin, throughHost, ask } = await portal(name);
    const { response, cookie } = await begin();
    const asked = new URL(response.headers.get('location') ?? '');
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: APP.id,
      redirect_uri: CALLBACK,
      code_challenge_method: 'S256',
    });
    await ask(await throughHost(response), cookie);
    const verifier = host.asked[0]?.get('code_verifier') ?? '';
    expect(verifier).toMatch(/^[\w-]{43,128}$/);
    expect(createHash('sha256').update(verifier).digest('base64url')).toBe(asked.searchParams.get('code_challenge'));
    expect(`${asked} ${cookie}`).not.toContain(verifier);
  });
});

describe('the beginning of a sign-in', () => {
  it('binds it to the browser by a cookie that only this host reads, for ten minutes', async () => {
    const { begin } = await portal('github');
    const { response } = await begin();
    expect(response.status).toBe(302);
    const cookie = response.headers.get('set-cookie');
    expect(cookie).toMatch(/^__Host-opencharter_oauth=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=600$/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('asks for what the settings say, whatever the window asks for', async () => {
    const { begin } = await portal('github', { CMS_SCOPE: 'public_repo' });
    const { response } = await begin('provider=github&scope=admin:org');
    expect(new URL(response.headers.get('location') ?? '').searchParams.get('scope')).toBe('public_repo');
  });

  it('is refused for another host, in words, with nowhere to be led to', async () => {
    const { begin } = await portal('github');
    const { response } = await begin('provider=bitbucket');
    expect([response.status, response.headers.get('location')]).toEqual([400, null]);
    expect(await response.text()).toContain('signs in at GitHub only');
  });

  it('is not there without a git host, nor where the browser signs in alone', async () => {
    const options = { siteUrl: SITE, secret: 's'.repeat(32), clock: () => new Date(), log: () => undefined };
    const alone = readGitHost({ CMS_BACKEND: 'gitlab', CMS_REPO: 'gov/charters', CMS_APP_ID: 'an-id' });
    for (const host of [undefined, alone]) {
      const response = await createOAuth({ ...options, host }).handle(new Request(`${SITE}/api/oauth/auth`));
      expect(response.status).toBe(404);
    }
  });

  it('answers no other method and no other address', async () => {
    const { ask } = await portal('github');
    for (const method of ['POST', 'HEAD']) expect((await ask('/api/oauth/callback', '', method)).status).toBe(405);
    expect((await ask('/api/oauth/token')).status).toBe(404);
  });
});

describe('the end of a sign-in', () => {
  it('is refused in another browser, for another beginning, when changed, and when late; no code is exchanged', async () => {
    const { host, begin, throughHost, ask, later } = await portal('github');
    const mine = await begin();
    const other = await begin();
    const back = new URL(await throughHost(mine.response));
    const changed = new URL(back);
    changed.searchParams.set('state', `${back.searchParams.get('state')}x`);
    const without = new URL(back);
    without.searchParams.delete('state');
    const pages = [
      await ask(String(back)),
      await ask(String(back), other.cookie),
      await ask(String(changed), mine.cookie),
      await ask(String(without), mine.cookie),
      // What was signed as a cookie is no state.
      await ask(`/api/oauth/callback?code=x&state=${mine.cookie.split('=')[1]}`, mine.cookie),
    ];
    later(11);
    pages.push(await ask(String(back), mine.cookie));
    for (const page of pages) {
      expect(page.status).toBe(403);
      expect((await told(page)).message).toMatch(/^authorization:github:error:\{"message":"This sign-in was not begun/);
    }
    expect(host.asked).toEqual([]);
  });

  it('forgets the cookie, so the same answer is worth nothing a second time', async () => {
    const { begin, throughHost, ask } = await portal('github');
    const { response, cookie } = await begin();
    const back = await throughHost(response);
    const page = await ask(back, cookie);
    expect(page.headers.get('set-cookie')).toMatch(/^__Host-opencharter_oauth=; .*Max-Age=0$/);
    // A browser that kept it all the same meets the host, which takes a code once.
    expect((await told(await ask(back, cookie))).message).toContain('was used already');
  });

  it('tells the token to origins on the list and to no others', async () => {
    const { begin, throughHost, ask } = await portal('github', { CMS_ORIGINS: 'https://www.portal.example' });
    const { response, cookie } = await begin();
    const page = await ask(await throughHost(response), cookie);
    const text = await page.clone().text();
    expect((await told(page)).origins).toEqual([SITE, 'https://www.portal.example']);
    expect(text).not.toMatch(/postMessage\([^)]*'\*'/);
  });

  it('runs one script, in a page that nobody frames, keeps or learns the address of', async () => {
    const { begin, throughHost, ask } = await portal('github');
    const { response, cookie } = await begin();
    const back = await throughHost(response);
    const page = await ask(back, cookie);
    const policy = page.headers.get('content-security-policy') ?? '';
    const nonce = /script-src 'nonce-([\w+/=]+)'/.exec(policy)?.[1] ?? '';
    expect(policy).toMatch(/^default-src 'none'; .*frame-ancestors 'none'$/);
    expect(policy).not.toContain('unsafe');
    expect(await page.clone().text()).toContain(`<script type="module" nonce="${nonce}">`);
    expect(Object.fromEntries(page.headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'unsafe-none',
    });
    const again = await ask(back, cookie);
    expect(again.headers.get('content-security-policy')).not.toBe(policy);
  });

  it.each(Object.entries(publishedErrors))('says in words what the published error %s means', async (code, body) => {
    const { host, events, begin, throughHost, ask } = await portal('github');
    const { response, cookie } = await begin();
    host.answerWith = { status: 200, body: JSON.stringify(body) };
    const page = await ask(await throughHost(response), cookie);
    expect(page.status).toBe(502);
    const { message } = await told(page);
    expect(message).toContain(
      {
        incorrect_client_credentials: 'CMS_APP_SECRET',
        redirect_uri_mismatch: CALLBACK,
        bad_verification_code: 'ten minutes',
      }[code],
    );
    expect(events).toEqual([{ event: 'git-host-sign-in-refused', host: 'github', reason: code }]);
  });

  it('says that the officer did not allow it, and repeats nothing that stands in the address', async () => {
    const { begin, ask } = await portal('github');
    const { response, cookie } = await begin();
    const state = new URL(response.headers.get('location') ?? '').searchParams.get('state') ?? '';
    const denied = await ask(
      `/api/oauth/callback?error=access_denied&error_description=Call+0800+1234&state=${state}`,
      cookie,
    );
    expect(denied.status).toBe(403);
    const text = await denied.text();
    expect(text).toContain('You did not allow the portal');
    expect(text).not.toContain('0800');
    const odd = await ask(`/api/oauth/callback?error=${encodeURIComponent('</script><b>x')}&state=${state}`, cookie);
    expect(await odd.text()).not.toContain('<b>x');
  });

  it.each([
    ['no JSON', { status: 200, body: '<html>' }, 'no-token'],
    ['a token of another type', { status: 200, body: '{"access_token":"x","token_type":"mac"}' }, 'no-token'],
    [
      'far too much',
      { status: 200, body: JSON.stringify({ access_token: 'x'.repeat(100_000), token_type: 'bearer' }) },
      'no-token',
    ],
    ['a way to elsewhere', { status: 307, body: '', headers: { location: 'http://127.0.0.1:9/' } }, 'no-answer'],
  ])('is told in words where the host answers with %s', async (_, answer, reason) => {
    const { host, events, begin, throughHost, ask } = await portal('github');
    const { response, cookie } = await begin();
    host.answerWith = answer;
    const page = await ask(await throughHost(response), cookie);
    expect(page.status).toBe(502);
    expect((await told(page)).message).toContain('error:');
    expect(events).toEqual([{ event: 'git-host-sign-in-refused', host: 'github', reason }]);
  });

  it('leaves no token, code or state in the log', async () => {
    const { events, begin, throughHost, ask } = await portal('github');
    const { response, cookie } = await begin();
    const back = await throughHost(response);
    await ask(back, cookie);
    await ask(back);
    const said = JSON.stringify(events);
    for (const secret of [published.github.access_token, ...new URL(back).searchParams.values()])
      expect(said).not.toContain(secret);
  });
});
