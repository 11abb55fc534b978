import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { clientAddressReader } from '../web/trusted-proxies.ts';
import { backendOf } from '../cms/hosts/git-host.ts';
import { completePublication } from '../cms/git/complete-publication.ts';
import type { Database } from '../database/tables.ts';
import { isPostgresAddress, openDatabase } from '../database/open-database.ts';
import { createTurns } from '../database/turns.ts';
import { startGitBeside } from '../lib/git.ts';
import { compose, type Composition } from './compose.ts';
import { createEditionMaker } from './edition/edition-maker.ts';
import { startMailCatcher, type MailCatcher } from './mail-catcher/mail-catcher.ts';
import { watchOperation } from './operation.ts';
import { createPortalServer, listen, reservePort, stopServer } from './portal-server.ts';
import { createPublisher, type Publisher } from './publisher.ts';
import type { Member } from './several/member.ts';
import { createSharedPublisher } from './several/shared-publisher.ts';
import type { Settings } from './settings.ts';

export interface RunningPortal {
  siteUrl: string;
  /** Where caught mail can be read; absent when a real mail server delivers. */
  mailUrl?: string;
  publisher: Publisher;
  /**
   * Ends it: with `retire`, where others serve the same port and take over; otherwise after the time for which it goes on
   * serving and says that it is not ready.
   */
  close(how?: 'retire'): Promise<void>;
}

export interface PortalOptions {
  settings: Settings;
  outDir: string;
  /** Make an edition where what is there does not show the content of today; false serves what there is. */
  build: boolean;
  log: (event: object) => void;
  /** What the first of several processes has settled. */
  member?: Member | undefined;
  /** Gives up the start; it rejects then, and leaves nothing running. */
  signal?: AbortSignal | undefined;
}

/**
 * Starts everything: the mail catcher where no mail server is named, the build, the portal with search, forms, cases
 * and CMS, and the delivery of mail. Rejects with what to do when the content is not valid or a port is not to be had,
 * and leaves nothing running then.
 */
export async function startPortal(options: PortalOptions): Promise<RunningPortal> {
  const { settings, outDir, build, member, signal } = options;
  const began = Date.now();
  startGitBeside();
  const { repoDir, contentRepoDir, contentDir, host, database } = settings;
  let running: { publisher: Publisher; parts: Composition } | undefined;
  let leaving = false;
  const operation = watchOperation({
    ...settings,
    site: () => running?.publisher.current(),
    cases: () => running?.parts.cases,
    leaving: () => leaving,
    member,
    log: options.log,
  });
  const { log } = operation;
  const server = createPortalServer({
    site: () => running?.publisher.current(),
    locals: (clientAddress) => ({ app: running?.parts.app(), clientAddress }),
    clientAddress: clientAddressReader(settings.trustedProxies),
    secure: settings.siteUrl?.startsWith('https:') ?? false,
    backend: settings.gitHost && backendOf(settings.gitHost, settings.siteUrl ?? `http://localhost:${settings.port}`),
    cacheBytes: settings.pageCacheBytes,
    leaving: () => leaving,
    operator: operation.pages,
    observe: operation.observe,
    log,
  });
  const port = member?.port ?? (await reservePort(host, settings.port));
  const begin = async (): Promise<void> => {
    await listen(server, host, port);
    log({ event: 'listening', host, port });
  };
  // Listening before building keeps the port that the build writes into its addresses. Beside others that serve, nobody
  // is to be answered by one that cannot yet.
  if (!member?.othersServe) await begin();
  const siteUrl = settings.siteUrl ?? `http://localhost:${port}`;
  let catcher: MailCatcher | undefined;
  let db: Database | undefined;
  const stopListening = async (how?: 'retire'): Promise<void> => {
    await stopServer(server, undefined, how === 'retire' ? 'run-out' : 'cut');
    operation.close();
    await catcher?.close();
  };
  try {
    const given = settings.demo ? undefined : settings.smtp;
    catcher = given || member?.catcher ? undefined : await catchMail(settings);
    const caught = catcher ?? member?.catcher;
    const smtp = given ?? { host: '127.0.0.1', port: caught?.smtpPort ?? 0, ownCatcher: true };
    db = await openDatabase(database);
    const publishing = createTurns(db, PUBLISHING);
    // What another process is just publishing is no business of ours.
    await publishing(() => completePublication(contentRepoDir, log)).catch((error: unknown) =>
      log({ event: 'publication-not-completed', error: (error as Error).message }),
    );
    const making = { repoDir, contentDir, contentRepoDir, siteUrl, editionDir: outDir, build, log, signal };
    const publisher = isPostgresAddress(database)
      ? await createSharedPublisher({ ...making, databaseUrl: database })
      : await createPublisher({ ...making, maker: createEditionMaker(making) });
    const parts = compose({ ...settings, siteUrl, smtp }, { db, publishing, publisher, log });
    running = { publisher, parts };
    await publisher.ready();
    parts.cases.rounds.start();
    parts.cases.notes.start();
    parts.cms.rounds?.start();
    if (member?.othersServe) await begin();
    log({ event: 'portal-started', siteUrl, seconds: Math.round((Date.now() - began) / 1000) });
    return {
      siteUrl,
      ...(caught ? { mailUrl: `http://localhost:${caught.webPort}` } : {}),
      publisher,
      async close(how) {
        leaving = true;
        if (how !== 'retire' && settings.drainMs > 0) await setTimeout(settings.drainMs);
        // Nobody waits for what is only being built; whoever is being answered gets the answer.
        await Promise.all([stopListening(how), publisher.close(), parts.cms.rounds?.stop()]);
        await parts.cases.close();
      },
    };
  } catch (error) {
    await stopListening();
    await running?.publisher.close();
    await (running ? running.parts.cases.close() : db?.destroy());
    throw error;
  }
}

/** Names the lock of whoever writes to the repository of the content: "publish" in the digits of a telephone. */
const PUBLISHING = 782_5474;

/** Starts the viewer of mail for who names no server. Rejects where no port is free. */
export async function catchMail({
  mailCatcher,
  dataDir,
}: Pick<Settings, 'mailCatcher' | 'dataDir'>): Promise<MailCatcher> {
  const [smtpPort, webPort] = [
    await reservePort('127.0.0.1', mailCatcher.smtpPort),
    await reservePort('127.0.0.1', mailCatcher.webPort),
  ];
  return startMailCatcher({ smtpPort, webPort, folder: join(dataDir, 'mail') });
}
