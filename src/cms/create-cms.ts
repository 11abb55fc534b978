import type { Register } from '../register/register.ts';
import type { Officer } from '../schemas/officer.ts';
import { confirmPage } from './auth/confirm-page.ts';
import { readOfficers, sameAddress } from './auth/officers.ts';
import { assertJson, assertSameOrigin, isLoopback } from './auth/same-origin.ts';
import { createSessions } from './auth/session.ts';
import { createSignInLinks } from './auth/sign-in-links.ts';
import type { BackendSetting } from './backend.ts';
import { CmsError } from './cms-error.ts';
import { cmsConfig } from './config/cms-config.ts';
import { openContentStore } from './git/content-store.ts';
import { createLiveWatch } from './live-watch.ts';
import { handleAction } from './protocol/handle-action.ts';

export interface CmsOptions {
  /** Top folder of the repository that holds `content/`. */
  repoDir: string;
  officersFile: string;
  /** Signs sessions and links. */
  secret: string;
  /** A local demonstration: the sample officer is signed in without a link, on this machine only. */
  demo: boolean;
  clock: () => Date;
  sendMail: (mail: { to: string; subject: string; text: string }) => Promise<void>;
  /** The address at which browsers reach the portal. */
  siteUrl: string;
  /** Called after each publication with the paths of the changed files. */
  onPublished: (paths: string[]) => void;
  register: () => Promise<Register>;
  /** Names the state of the content that pages are served from; any text that changes when they do. */
  liveVersion: () => string;
  backend?: BackendSetting;
}

export interface Cms {
  /** Answers a request whose path begins with /api/cms. */
  handle(request: Request): Promise<Response>;
}

type Handler = (request: Request) => Promise<Response>;
const BODY_BYTES_MAX = 12 * 1024 * 1024;

/** Makes the server side of the CMS. It holds no content itself: everything is in the repository. */
export function createCms(options: CmsOptions): Cms {
  const { clock, secret, siteUrl, backend = { name: 'portal' } } = options;
  const sessions = createSessions({ secret, clock, secure: siteUrl.startsWith('https:') });
  const links = createSignInLinks({ secret, clock });
  const live = createLiveWatch(options.liveVersion);
  const store = openContentStore({
    repoDir: options.repoDir,
    clock,
    committer: async () => {
      const { portal } = await options.register();
      return { name: portal.name, email: portal.senderEmail };
    },
  });

  async function officerOf(request: Request): Promise<Officer | undefined> {
    const session = sessions.read(request);
    if (!session) return undefined;
    const officer = (await readOfficers(options.officersFile)).find((candidate) => sameAddress(candidate.email, session.email));
    return officer?.sample && !mayUseSample(request) ? undefined : officer;
  }

  const mayUseSample = (request: Request): boolean => options.demo && isLoopback(request);

  async function sampleOfficer(request: Request): Promise<Officer | undefined> {
    return mayUseSample(request) ? (await readOfficers(options.officersFile)).find((officer) => officer.sample) : undefined;
  }

  async function required(request: Request): Promise<Officer> {
    const officer = await officerOf(request);
    if (!officer) throw new CmsError(401, 'You are not signed in, or your session has ended. Open /admin/ in another window, sign in, and try again; nothing typed here is lost.');
    return officer;
  }

  const routes: Record<string, Handler> = {
    'GET /session': async (request) => {
      const officer = await officerOf(request);
      if (officer) return json({ officer: shown(officer) });
      const sample = await sampleOfficer(request);
      // A sign-out is remembered by the page that asks, so that it does not sign the sample officer in again at once.
      if (!sample || new URL(request.url).searchParams.has('stay-out')) return json({ officer: null, sample: Boolean(sample) });
      return json({ officer: shown(sample) }, { 'set-cookie': sessions.start(sample.email) });
    },
    'GET /config': async (request) => json(cmsConfig({ officer: await required(request), register: await options.register(), backend })),
    'GET /status': async (request) => {
      await required(request);
      return json({ live: live.isLive(new URL(request.url).searchParams.get('commit') ?? '') });
    },
    'POST /': async (request) => {
      assertSameOrigin(request, siteUrl);
      assertJson(request);
      const officer = await required(request);
      const message = await body(request);
      const before = options.liveVersion();
      const published = (commit: string, paths: string[]): void => {
        live.published(commit, before);
        options.onPublished(paths);
      };
      return json(await handleAction({ officer, store, register: options.register, published }, message));
    },
    'POST /sign-in': async (request) => {
      assertSameOrigin(request, siteUrl);
      assertJson(request);
      const email = (await body(request) as { email?: unknown } | null)?.email;
      if (typeof email === 'string') await sendLink(email);
      return json({ message: 'If this address belongs to a desk officer, a link is on its way. It works once, for 15 minutes.' });
    },
    'GET /sign-in/confirm': async (request) => {
      const token = new URL(request.url).searchParams.get('token') ?? '';
      return confirmPage(links.peek(token) ? token : undefined);
    },
    'POST /sign-in/confirm': async (request) => {
      assertSameOrigin(request, siteUrl);
      const token = new URLSearchParams(await request.text()).get('token') ?? '';
      const email = links.redeem(token);
      if (!email) return confirmPage(undefined);
      return new Response(null, { status: 303, headers: { location: '/admin/', 'set-cookie': sessions.start(email), 'cache-control': 'no-store' } });
    },
    'POST /sign-out': async (request) => {
      assertSameOrigin(request, siteUrl);
      return json({ message: 'You are signed out.' }, { 'set-cookie': sessions.end(sessions.read(request)) });
    },
  };

  async function sendLink(email: string): Promise<void> {
    const officer = (await readOfficers(options.officersFile)).find((candidate) => sameAddress(candidate.email, email));
    const token = officer && !officer.sample ? links.issue(officer.email) : undefined;
    if (!officer || !token) return;
    const link = `${siteUrl.replace(/\/$/, '')}/api/cms/sign-in/confirm?token=${token}`;
    const text = `Open this link to sign in to the charter desk:\n\n${link}\n\nIt works once, for 15 minutes. If you did not ask for it, ignore this message.\n`;
    // Not awaited: how long the answer takes must not tell whether the address is on the list.
    options.sendMail({ to: officer.email, subject: 'Sign in to the charter desk', text }).catch((error: unknown) => console.error('The sign-in link could not be sent.', error));
  }

  async function handle(request: Request): Promise<Response> {
    const path = new URL(request.url).pathname.replace(/^\/api\/cms/, '').replace(/\/$/, '') || '/';
    const route = routes[`${request.method} ${path}`];
    if (!route) return json({ error: 'There is nothing at this address of the CMS.' }, {}, 404);
    try {
      return await route(request);
    } catch (error) {
      if (error instanceof CmsError) return json({ error: error.message }, {}, error.status);
      console.error(error);
      return json({ error: 'Something went wrong on the server; nothing was saved. Try again, and tell whoever runs the portal if it happens again.' }, {}, 500);
    }
  }

  return { handle };
}

function shown(officer: Officer) {
  return { name: officer.name, email: officer.email, agencies: officer.agencies, mayPublish: officer.mayPublish, sample: officer.sample };
}

async function body(request: Request): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? 0) > BODY_BYTES_MAX) throw new CmsError(413, 'The request is too large.');
  const text = await request.text();
  if (text.length > BODY_BYTES_MAX) throw new CmsError(413, 'The request is too large.');
  try {
    return JSON.parse(text);
  } catch {
    throw new CmsError(400, 'The request is not valid JSON.');
  }
}

function json(value: unknown, headers: Record<string, string> = {}, status = 200): Response {
  return new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers } });
}
