import type { Database } from '../database/tables.ts';
import type { Turns } from '../database/turns.ts';
import { defaultLanguage, localePath, type Language } from '../lib/locales.ts';
import type { Register } from '../register/register.ts';
import { withoutMarks } from '../texts/fallback-marks.ts';
import { draftedCharterEntry } from './entry/drafted-charter.ts';
import { createDeskAuth } from './auth/desk-auth.ts';
import { assertJson, assertSameOrigin } from './auth/same-origin.ts';
import type { DescribeChange } from './change-in-words.ts';
import { CmsError, type FieldProblem } from './cms-error.ts';
import { agencyCollections } from './config/agency-collections.ts';
import { cmsConfig } from './config/cms-config.ts';
import { createHeldDocuments } from './from-document/held-documents.ts';
import { openContentStore } from './git/content-store.ts';
import type { Draft } from './git/drafts.ts';
import { json } from '../web/answers.ts';
import { languageIn, readJson, type Routes } from './http.ts';
import { createDesk, type Desk } from './desk.ts';
import { createLiveWatch, type LiveEdition } from './live-watch.ts';
import { inTurn } from './in-turn.ts';
import { createPreview, type RenderPage } from './preview/preview.ts';
import { handleAction } from './protocol/handle-action.ts';
import { createDeskRounds, type DeskRounds } from './review/desk-rounds.ts';
import { remindOfReviews } from './reminders/remind-of-reviews.ts';
import { createSentReminders } from './reminders/sent-reminders.ts';
import { publishDue } from './review/publish-due.ts';
import { createReviewPost } from './review/review-post.ts';

export interface CmsOptions {
  /** Top folder of the repository that holds `content/`. */
  repoDir: string;
  officersFile: string;
  /** Keeps what must outlive a restart and be known to every process, such as who signed out. */
  db: () => Promise<Database>;
  /** Lets one process at a time write to the repository; where there is but one, it may be absent. */
  publishing?: Turns;
  log: (event: object) => void;
  /** Signs sessions and links. */
  secret: string;
  /** A local demonstration: the sample officer is signed in without a link, on this machine only. */
  demo: boolean;
  clock: () => Date;
  /** Resolves once the mail will be sent. After `until` it is worth nothing. */
  sendMail: (mail: { to: string; subject: string; text: string; until: Date }) => Promise<void>;
  /** The address at which browsers reach the portal. */
  siteUrl: string;
  /** Called after each publication with the paths of the changed files. */
  onPublished: (paths: string[]) => void;
  register: () => Promise<Register>;
  /** Says a change in the terms of a citizen, for commits, reviews and mails. */
  inWords: DescribeChange;
  /** The whole address of the page on which a draft (collection/slug) is reviewed. */
  reviewAddress: (language: Language, draft: string) => string;
  /** Makes a page of some content, for previews. */
  render: RenderPage;
  /** The whole address of the desk. */
  deskAddress: (language: Language) => string;
  /** What visitors see now, and why a newer edition could not be made. */
  edition: () => LiveEdition;
}

export interface Cms {
  /** Answers a request whose path begins with /api/cms. */
  handle(request: Request): Promise<Response>;
  /** For the desk's own pages. Absent where the content lies at a git host, to which the editor talks itself. */
  desk?: Desk;
  /**
   * Publishes drafts on their day, forgets what was discarded or kept apart long ago, and reminds of reviews of charters.
   * Absent where the content lies at a git host.
   */
  rounds?: DeskRounds;
}

const HOUR_MS = 60 * 60 * 1000;

/** Makes the server side of the CMS. It holds no content itself: everything is in the repository. */
export function createCms(options: CmsOptions): Cms {
  const { clock, register, siteUrl } = options;
  const auth = createDeskAuth(options);
  const committer = async () => {
    const { portal } = await register();
    return { name: portal.name, email: portal.senderEmail };
  };
  const store = openContentStore({ repoDir: options.repoDir, clock, committer, turns: options.publishing });
  const live = createLiveWatch(store, options.edition);
  const { log, inWords } = options;
  const preview = createPreview({ ...options, store });
  const previewLink = async (draft: Draft): Promise<string> =>
    new URL(await preview.pathTo(draft, defaultLanguage), siteUrl).href;
  const post = createReviewPost({ ...options, store, officers: auth.everybody, previewLink });
  const documents = createHeldDocuments(options.db, clock);
  const shared = { store, register, published: options.onPublished, clock, inWords, post, previewLink, log };
  const sent = createSentReminders(options.db, clock);
  const rounds = createDeskRounds({
    clock,
    log,
    ready: store.isReady,
    tasks: [
      { do: () => publishDue({ shared, officers: auth.everybody, portal: committer }), everyMs: 0 },
      { do: () => inTurn(shared, () => store.discarded.forgetOld()), everyMs: HOUR_MS },
      { do: () => remindOfReviews({ ...options, officers: auth.everybody, sent }), everyMs: HOUR_MS },
      { do: () => inTurn(shared, () => store.parked.sweep()), everyMs: HOUR_MS },
      { do: () => documents.forgetOld(), everyMs: HOUR_MS / 12 },
    ],
  });

  const routes: Routes = {
    ...auth.routes,
    'GET /collections': async (request) => {
      const officer = await auth.requireOfficer(request);
      return json({ agencies: agencyCollections(officer, await register(), agencyIn(request), languageIn(request)) });
    },
    'GET /config': async (request) => {
      const officer = await auth.requireOfficer(request);
      const agency = agencyIn(request) ?? officer.agencies[0];
      const drafted = await draftedCharterEntry(store, agency);
      const language = languageIn(request);
      return json(
        cmsConfig({ officer, register: await register(), backend: { name: 'portal' }, agency, drafted, language }),
      );
    },
    'GET /status': async (request) => {
      const officer = await auth.requireOfficer(request);
      return json(await live.status(new URL(request.url).searchParams.get('commit') ?? '', officer));
    },
    'POST /': async (request) => {
      assertSameOrigin(request, siteUrl);
      assertJson(request);
      const officer = await auth.requireOfficer(request);
      const message = await readJson(request);
      return json(await handleAction({ ...shared, officer }, message));
    },
  };

  return {
    handle: (request) => answer(routes, request, options.log),
    desk: createDesk({ auth, siteUrl, live, preview, documents, shared }),
    rounds,
  };
}

/** The agency that an address names, whose entries are to be edited. */
function agencyIn(request: Request): string | undefined {
  return new URL(request.url).searchParams.get('agency') || undefined;
}

async function answer(routes: Routes, request: Request, log: CmsOptions['log']): Promise<Response> {
  const path = new URL(request.url).pathname.replace(/^\/api\/cms/, '').replace(/\/$/, '') || '/';
  const name = `${request.method} ${path}`;
  const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
  if (!route) return json({ error: 'There is nothing at this address of the CMS.' }, {}, 404);
  try {
    return await route(request);
  } catch (error) {
    if (error instanceof CmsError) {
      const { says, problems, parked, status } = error;
      const told = ({ field, message, says: inWords }: FieldProblem) => ({
        field,
        message: withoutMarks(inWords?.(languageIn(request)) ?? message),
      });
      const merge = parked && localePath(languageIn(request), `/desk/merge/${parked}/`);
      return json(
        {
          error: withoutMarks(says(languageIn(request))),
          ...(problems.length > 0 ? { problems: problems.map(told) } : {}),
          ...(merge ? { merge } : {}),
        },
        {},
        status,
      );
    }
    log({
      event: 'desk-request-failed',
      action: name,
      error: error instanceof Error ? (error.stack ?? error.message) : 'unknown',
    });
    return json(
      {
        error:
          'Something went wrong on the server; nothing was saved. Try again, and tell whoever runs the portal if it happens again.',
      },
      {},
      500,
    );
  }
}
