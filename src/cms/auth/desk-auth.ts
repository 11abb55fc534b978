import { defaultLanguage } from '../../lib/locales.ts';
import type { Register } from '../../register/register.ts';
import type { Officer } from '../../schemas/officer.ts';
import { CmsError } from '../cms-error.ts';
import { json } from '../../web/answers.ts';
import { bodyLimits } from '../../web/body-limits.ts';
import { readForm } from '../../web/read-form.ts';
import { writtenTexts } from '../../texts/written.ts';
import { languageIn, readJson, type Routes } from '../http.ts';
import { confirmPage } from './confirm-page.ts';
import { createOfficers, sameAddress } from './officers.ts';
import type { Database } from '../../database/tables.ts';
import { createDeskTokens } from './desk-tokens.ts';
import { assertJson, assertSameOrigin, isLoopback } from './same-origin.ts';
import { withReach } from '../reach.ts';
import { deskPath } from './desk-path.ts';
import { createSessions } from './session.ts';
import { createSignInLinks, LINK_MINUTES } from './sign-in-links.ts';

export interface DeskAuthOptions {
  officersFile: string;
  secret: string;
  demo: boolean;
  clock: () => Date;
  /** Resolves once the mail will be sent. After `until` it is worth nothing. */
  sendMail: (mail: { to: string; subject: string; text: string; until: Date }) => Promise<void>;
  siteUrl: string;
  /** Keeps what must outlive a restart. */
  db: () => Promise<Database>;
  log: (event: object) => void;
  register: () => Promise<Register>;
}

/** Knows which officer a request comes from, and answers the requests about signing in and out. */
export function createDeskAuth(options: DeskAuthOptions) {
  const { secret, clock, siteUrl } = options;
  const tokens = createDeskTokens(options.db, clock);
  const sessions = createSessions({ secret, clock, secure: siteUrl.startsWith('https:'), tokens });
  const links = createSignInLinks({ secret, clock, tokens });
  const officers = createOfficers(options.officersFile, options.log);
  const mayUseSample = (request: Request): boolean => options.demo && isLoopback(request);

  async function officerOf(request: Request): Promise<Officer | undefined> {
    const session = await sessions.read(request);
    if (!session) return undefined;
    const officer = (await officers()).find((candidate) => sameAddress(candidate.email, session.email));
    if (!officer || (officer.sample && !mayUseSample(request))) return undefined;
    return withReach(officer, await options.register());
  }

  /** The officer of a request; refuses where nobody is signed in. */
  async function requireOfficer(request: Request): Promise<Officer> {
    const officer = await officerOf(request);
    if (officer) return officer;
    throw new CmsError(
      401,
      'You are not signed in, or your session has ended. Open /admin/ in another window, sign in, and try again; nothing typed here is lost.',
    );
  }

  /** Everybody who may sign in, with their reach; the sample officers only in a demonstration. */
  async function everybody(): Promise<Officer[]> {
    const register = await options.register();
    return (await officers()).filter(({ sample }) => !sample || options.demo).map((one) => withReach(one, register));
  }

  const samplesOf = async (request: Request): Promise<Officer[]> =>
    mayUseSample(request) ? (await officers()).filter((candidate) => candidate.sample) : [];

  /** Sends a link that signs in and leads to a page of the desk, where the address is an officer's. Tells nobody whether. */
  async function sendLink(email: string, next = '/admin/'): Promise<void> {
    const officer = (await officers()).find((candidate) => sameAddress(candidate.email, email));
    const issued = await links.issue(officer?.sample ? undefined : officer?.email, deskPath(next));
    if (!officer || !issued) return;
    const { token, unsent } = issued;
    const link = `${siteUrl.replace(/\/$/, '')}/api/cms/sign-in/confirm?token=${token}`;
    const text = `Open this link to sign in to the charter desk:\n\n${link}\n\nIt works once, for ${LINK_MINUTES} minutes. If you did not ask for it, ignore this message.\n`;
    // Not awaited: how long the answer takes must not tell whether the address is on the list.
    const until = new Date(clock().getTime() + LINK_MINUTES * 60_000);
    options
      .sendMail({ to: officer.email, subject: 'Sign in to the charter desk', text, until })
      .catch(async (error: unknown) => {
        await unsent().catch(() => undefined);
        options.log({ event: 'sign-in-link-not-sent', error: (error as Error).message });
      });
  }

  const routes: Routes = {
    'GET /session': async (request) => {
      const officer = await officerOf(request);
      const language = languageIn(request);
      const words = language === defaultLanguage ? undefined : writtenTexts('desk-editor', language);
      if (officer) return json({ officer: shown(officer), words });
      const [sample] = await samplesOf(request);
      // The page that signed out asks to stay out, or the sample officer would be signed in again at once.
      if (!sample || new URL(request.url).searchParams.has('stay-out'))
        return json({ officer: null, sample: Boolean(sample), words });
      return json(
        { officer: shown(withReach(sample, await options.register())), words },
        { 'set-cookie': sessions.start(sample.email) },
      );
    },
    'POST /sign-in': async (request) => {
      assertSameOrigin(request, siteUrl);
      assertJson(request);
      const { email } = ((await readJson(request)) ?? {}) as { email?: unknown };
      if (typeof email === 'string') await sendLink(email);
      return json({
        message: `If this address belongs to a desk officer, a link is on its way. It works once, for ${LINK_MINUTES} minutes. If you asked a moment ago, use the link you have: a further one goes out after some minutes.`,
      });
    },
    'GET /sign-in/confirm': async (request) => {
      const token = new URL(request.url).searchParams.get('token') ?? '';
      return confirmPage((await links.peek(token)) ? token : undefined);
    },
    'POST /sign-in/confirm': async (request) => {
      assertSameOrigin(request, siteUrl);
      const read = await readForm(request, bodyLimits.keys);
      const token = 'form' in read ? read.form.get('token') : undefined;
      const entered = typeof token === 'string' ? await links.redeem(token) : undefined;
      if (!entered) return confirmPage(undefined);
      return new Response(null, {
        status: 303,
        headers: {
          location: deskPath(entered.next),
          'set-cookie': sessions.start(entered.email),
          'cache-control': 'no-store',
        },
      });
    },
    'POST /sign-out': async (request) => {
      assertSameOrigin(request, siteUrl);
      return json(
        { message: 'You are signed out.' },
        { 'set-cookie': await sessions.end(await sessions.read(request)) },
      );
    },
  };

  /** Signs a sample officer of a demonstration in, by address; gives the cookie, or undefined where there is none. */
  async function enterAsSample(request: Request, email: string): Promise<string | undefined> {
    const sample = (await samplesOf(request)).find((candidate) => sameAddress(candidate.email, email));
    return sample && sessions.start(sample.email);
  }

  /** Ends the session of a request and gives the cookie that forgets it. */
  const leave = async (request: Request): Promise<string> => sessions.end(await sessions.read(request));

  return { officerOf, requireOfficer, everybody, samplesOf, sendLink, enterAsSample, leave, routes };
}

function shown({ name, email, role, agencies, mayPublish, sample }: Officer) {
  return { name, email, role, agencies, mayPublish, sample };
}
