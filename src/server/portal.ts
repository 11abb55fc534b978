import { join } from 'node:path';
import { clientAddressReader } from '../cases/abuse/client-address.ts';
import { loadRegister } from '../register/load.ts';
import { buildSite } from './build-site.ts';
import { compose } from './compose.ts';
import { startMailCatcher, type MailCatcher } from './mail-catcher/mail-catcher.ts';
import { createPortalServer, listen, reservePort } from './portal-server.ts';
import { createPublisher, type Publisher } from './publisher.ts';
import type { Settings } from './settings.ts';

export interface RunningPortal {
  siteUrl: string;
  /** Where caught mail can be read; absent when a real mail server delivers. */
  mailUrl?: string;
  publisher: Publisher;
  close(): Promise<void>;
}

export interface PortalOptions {
  settings: Settings;
  outDir: string;
  /** Build before serving; false serves what `npm run build` left. */
  build: boolean;
  log: (event: object) => void;
}

/**
 * Starts everything: the build, the mail catcher where no mail server is named, the portal with search, forms, cases
 * and CMS, and the delivery of mail. Rejects with what to do when the content is not valid or a port is not to be had.
 */
export async function startPortal({ settings, outDir, build, log }: PortalOptions): Promise<RunningPortal> {
  const { repoDir, contentDir, host } = settings;
  const port = await reservePort(host, settings.port);
  const siteUrl = settings.siteUrl ?? `http://localhost:${port}`;
  if (build) await buildSite({ repoDir, outDir, contentDir, siteUrl, register: await loadRegister(contentDir) });
  const catcher = settings.smtp ? undefined : await catchMail(settings);
  const smtp = settings.smtp ?? { host: '127.0.0.1', port: catcher?.smtpPort ?? 0, secure: false };
  const publisher = await createPublisher(outDir, { repoDir, contentDir, siteUrl, buildSite, log });
  const parts = await compose({ ...settings, siteUrl, smtp }, publisher, log);
  const server = createPortalServer({
    site: () => publisher.current(),
    locals: (clientAddress) => ({ app: parts.app(), clientAddress }),
    clientAddress: clientAddressReader(settings.trustedProxies),
    secure: siteUrl.startsWith('https:'),
    log,
  });
  await listen(server, host, port);
  parts.cases.start();
  return {
    siteUrl,
    ...(catcher ? { mailUrl: `http://localhost:${catcher.webPort}` } : {}),
    publisher,
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await publisher.idle();
      await parts.cases.close();
      await catcher?.close();
    },
  };
}

async function catchMail({ mailCatcher, dataDir }: Settings): Promise<MailCatcher> {
  const [smtpPort, webPort] = [await reservePort('127.0.0.1', mailCatcher.smtpPort), await reservePort('127.0.0.1', mailCatcher.webPort)];
  return startMailCatcher({ smtpPort, webPort, folder: join(dataDir, 'mail') });
}
