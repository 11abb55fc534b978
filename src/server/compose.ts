import { join } from 'node:path';
import { createGuard } from '../cases/abuse/guard.ts';
import { createCases, type Cases } from '../cases/cases.ts';
import type { MailSettings } from '../mail/smtp.ts';
import { createCms } from '../cms/create-cms.ts';
import { createFeedback } from '../search/feedback/feedback.ts';
import type { App } from './app.ts';
import type { Publisher } from './publisher.ts';
import type { Settings } from './settings.ts';

export interface Composition {
  /** The parts as pages see them, of the edition that serves now. */
  app(): App;
  cases: Cases;
}

/** Puts the running parts together. The only place that knows which part uses which. */
export async function compose(
  settings: Omit<Settings, 'smtp'> & { siteUrl: string; smtp: MailSettings },
  publisher: Publisher,
  log: (event: object) => void,
): Promise<Composition> {
  const { siteUrl, smtp, secret, demo, contentRepoDir, officersFile, dataDir, database } = settings;
  const register = () => publisher.current().register;
  const clock = (): Date => new Date();
  const cases = await createCases({
    databaseFile: database,
    register,
    mail: smtp,
    siteUrl,
    secret,
    clock,
    log,
    guard: createGuard({ secret, clock }),
  });
  const cms = createCms({
    repoDir: contentRepoDir,
    officersFile,
    dataDir,
    log,
    secret,
    demo,
    clock,
    sendMail: ({ until, ...mail }) => cases.notes.send({ ...mail, until: until.toISOString() }),
    siteUrl,
    onPublished: () => publisher.rebuild(),
    register,
    edition: () => ({ commit: publisher.current().commit, failure: publisher.failure() }),
  });
  const feedback = createFeedback({ file: join(dataDir, 'feedback.jsonl'), clock });
  return {
    cases,
    app: () => ({
      receive: cases.intake.receive,
      cases: () => Promise.resolve(cases),
      cms,
      feedback,
      search: publisher.current().search,
      register,
      log,
      settings: { siteUrl, demo },
    }),
  };
}
