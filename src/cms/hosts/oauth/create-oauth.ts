import { json } from '../../../web/answers.ts';
import type { GitHost, SignIn } from '../git-host.ts';
import { exchangeCode } from './exchange-code.ts';
import { confidential, handshakePage } from './handshake-page.ts';
import { HostRefusal, refusalFor } from './host-refusal.ts';
import { createSignInState } from './sign-in-state.ts';

export interface OAuthOptions {
  /** The host whose content is edited; without one, or where it signs in otherwise, there is nothing here. */
  host: GitHost | undefined;
  /** The address at which browsers reach the portal. */
  siteUrl: string;
  /** Signs what keeps a sign-in together. */
  secret: string;
  clock: () => Date;
  /** Receives reasons, never a code, a state or a token. */
  log: (event: object) => void;
}

/** Answers /api/oauth/auth and /api/oauth/callback. */
export interface OAuth {
  handle(request: Request): Promise<Response>;
}

/** Where each host asks for leave, and where it gives the token; `hostName` is how people call it. */
const endpoints = {
  github: { hostName: 'GitHub', authorize: '/login/oauth/authorize', token: '/login/oauth/access_token' },
  gitlab: { hostName: 'GitLab', authorize: '/oauth/authorize', token: '/oauth/token' },
};

type Configured = Omit<GitHost, 'name' | 'signIn'> & {
  name: keyof typeof endpoints;
  signIn: Extract<SignIn, { by: 'portal' }>;
};

/**
 * Signs officers in at a git host on Decap's behalf, by the authorization code grant with a proof key (RFC 6749, section
 * 4.1; RFC 7636; RFC 9700, section 2.1.1), because the secret of an OAuth application must not stand in a browser. The
 * token goes to the desk alone: to a window of an origin on the list. There is but one host, so no answer can be taken for
 * another host's (RFC 9700, section 4.4).
 */
export function createOAuth(options: OAuthOptions): OAuth {
  const { host, siteUrl, log } = options;
  const configured = host && isConfigured(host) ? host : undefined;
  const state = createSignInState({ ...options, secure: siteUrl.startsWith('https:') });
  const callback = `${siteUrl.replace(/\/$/, '')}/api/oauth/callback`;

  function begin({ name, url, signIn }: Configured, asked: URLSearchParams): Response {
    const { authorize, hostName } = endpoints[name];
    if (asked.get('provider') !== name)
      throw new HostRefusal(
        400,
        'other-provider',
        `This portal signs in at ${hostName} only. Open /admin/ and sign in from there.`,
      );
    const begun = state.begin();
    // What is asked for stands in the settings; the window may ask for no more.
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: signIn.appId,
      redirect_uri: callback,
      scope: signIn.scope,
      state: begun.state,
      code_challenge: begun.challenge,
      code_challenge_method: 'S256',
    });
    return new Response(null, {
      status: 302,
      headers: { ...confidential, location: `${url}${authorize}?${query}`, 'set-cookie': begun.setCookie },
    });
  }

  async function end({ name, url, signIn }: Configured, request: Request, told: URLSearchParams): Promise<string> {
    const { hostName, token } = endpoints[name];
    const verifier = state.end(request, told.get('state') ?? '');
    if (!verifier)
      throw new HostRefusal(
        403,
        'unknown-state',
        'This sign-in was not begun in this browser, or took longer than ten minutes. Close this window and sign in again.',
      );
    const error = told.get('error');
    if (error) throw refusalFor(error, hostName, callback);
    const code = told.get('code');
    if (!code) throw refusalFor('no_code', hostName, callback);
    return exchangeCode({ ...signIn, hostName, tokenUrl: `${url}${token}`, code, verifier, callback });
  }

  async function answer(host: Configured, request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const origins = [...new Set([siteUrl, ...host.origins].map((address) => new URL(address).origin))];
    const page = { provider: host.name, origins, setCookie: state.forget() };
    try {
      if (/^\/api\/oauth\/auth\/?$/.test(pathname)) return begin(host, searchParams);
      const token = await end(host, request, searchParams);
      return handshakePage({ ...page, outcome: { token }, status: 200 });
    } catch (error) {
      if (!(error instanceof HostRefusal)) throw error;
      log({ event: 'git-host-sign-in-refused', host: host.name, reason: error.reason });
      return handshakePage({ ...page, outcome: { problem: error.message }, status: error.status });
    }
  }

  return {
    async handle(request) {
      const known = /^\/api\/oauth\/(?:auth|callback)\/?$/.test(new URL(request.url).pathname);
      if (!configured || !known)
        return json({ error: 'There is nothing at this address: nobody signs in at a git host here.' }, {}, 404);
      // A question about the page must not use up the code in its address.
      if (request.method !== 'GET') return json({ error: 'Only GET is answered here.' }, { allow: 'GET' }, 405);
      return answer(configured, request);
    },
  };
}

function isConfigured(host: GitHost): host is GitHost & Configured {
  return host.signIn.by === 'portal' && Object.hasOwn(endpoints, host.name);
}
