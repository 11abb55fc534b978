import { join } from 'node:path';
import { createGuard } from '../cases/abuse/guard.ts';
import { createCasesOn, type Cases } from '../cases/cases.ts';
import { splitLocale } from '../lib/locales.ts';
import { reckonEach } from '../lib/remember.ts';
import type { Database } from '../database/tables.ts';
import type { Turns } from '../database/turns.ts';
import type { MailSettings } from '../mail/smtp.ts';
import { createCms, type Cms } from '../cms/create-cms.ts';
import { backendOf } from '../cms/hosts/git-host.ts';
import { createHostedCms } from '../cms/hosts/hosted-cms.ts';
import { createOAuth } from '../cms/hosts/oauth/create-oauth.ts';
import { describeChange } from '../history/in-words/describe-change.ts';
import { createDocumentReader } from '../import/read-for-desk.ts';
import { createFeedback } from '../search/feedback/feedback.ts';
import { deskUrls } from '../site/desk-urls.ts';
import type { App } from './app.ts';
import type { Publisher } from './publisher.ts';
import { noHistory } from './rendering/edition-view.ts';
import type { Settings } from './settings.ts';

export interface Composition {
  /** The parts as pages see them, of the edition that serves now. */
  app(): App;
  cases: Cases;
  cms: Cms;
}

export interface Shared {
  /** Closed with the cases. */
  db: Database;
  /** Lets one process at a time publish content. */
  publishing: Turns;
  publisher: Publisher;
  log: (event: object) => void;
}

/** Puts the running parts together. The only place that knows which part uses which. */
export function compose(
  settings: Omit<Settings, 'smtp'> & { siteUrl: string; smtp: MailSettings },
  { db, publishing, publisher, log }: Shared,
): Composition {
  const { siteUrl, smtp, secret, demo, contentRepoDir, officersFile, dataDir, sharers, gitHost } = settings;
  const register = () => publisher.current().register;
  const clock = (): Date => new Date();
  const cases = createCasesOn(db, {
    register,
    mail: smtp,
    siteUrl,
    secret,
    clock,
    log,
    processes: sharers,
    guard: createGuard({ secret, clock, processes: sharers }),
  });
  const ownDesk = createCms({
    repoDir: contentRepoDir,
    officersFile,
    db: () => Promise.resolve(db),
    publishing,
    log,
    secret,
    demo,
    clock,
    sendMail: ({ until, ...mail }) => cases.notes.send({ ...mail, until: until.toISOString() }),
    siteUrl,
    onPublished: () => publisher.rebuild(),
    register,
    inWords: async (files, language) => describeChange(files, language, await register()),
    deskAddress: (language) => new URL(deskUrls.home(language), siteUrl).href,
    reviewAddress: (language, draft) => new URL(deskUrls.review(language, draft), siteUrl).href,
    render: (path, content) =>
      publisher.current().render(path, {
        register: content,
        history: noHistory,
        language: splitLocale(path).language,
        today: clock(),
        remember: reckonEach,
      }),
    edition: () => ({ commit: publisher.current().commit, failure: publisher.failure() }),
  });
  const cms = gitHost ? createHostedCms(register, backendOf(gitHost, siteUrl)) : ownDesk;
  const oauth = createOAuth({ host: gitHost, siteUrl, secret, clock, log });
  const feedback = createFeedback({ file: join(dataDir, 'feedback.jsonl'), clock, processes: sharers });
  const readCharter = createDocumentReader(register);
  return {
    cases,
    cms,
    app: () => ({
      receive: cases.intake.receive,
      cases: () => Promise.resolve(cases),
      cms,
      oauth,
      readCharter,
      feedback,
      search: publisher.current().search,
      register,
      log,
      settings: { siteUrl, demo },
    }),
  };
}
