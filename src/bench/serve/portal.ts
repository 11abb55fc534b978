import cluster from 'node:cluster';
import { catchMail, startPortal } from '../../server/portal.ts';
import { reservePort } from '../../server/portal-server.ts';
import { joinOthers } from '../../server/several/member.ts';
import { startPrimary } from '../../server/several/primary.ts';
import { readSettings, type Settings } from '../../server/settings.ts';

/*
 * The whole portal over an edition that is built already:
 * node src/bench/serve/portal.ts CODE CONTENT OUT DATA [PROCESSES DATABASE]
 * Prints its address when it serves.
 */
const [repoDir = '', content = '', outDir = '', dataDir = '', processes = '1', database = ''] = process.argv.slice(2);
const settings = readSettings(
  {
    PORT: '0',
    MAIL_CATCHER_SMTP_PORT: '0',
    MAIL_CATCHER_WEB_PORT: '0',
    OPENCHARTER_CONTENT: content,
    OPENCHARTER_DATA_DIR: dataDir,
    PROCESSES: processes,
    DATABASE_URL: database,
  },
  repoDir,
);
if (cluster.isPrimary && settings.processes > 1) await startSeveral(settings);
else {
  const member = joinOthers(process.env);
  const { siteUrl } = await startPortal({ settings, outDir, build: false, member, log: () => undefined });
  if (member) member.ready();
  else process.stdout.write(`Portal ${siteUrl}/\n`);
}

async function startSeveral({ host, mailCatcher }: Settings): Promise<void> {
  const port = await reservePort(host, 0);
  const catcher = await catchMail({ mailCatcher, dataDir });
  const primary = startPrimary({ processes: settings.processes, port, catcher, log: () => undefined });
  process.once('SIGTERM', primary.stop);
  void primary.ended.then(() => process.exit());
  await primary.ready;
  process.stdout.write(`Portal http://localhost:${port}/\n`);
}
