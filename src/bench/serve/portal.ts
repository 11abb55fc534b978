import { startPortal } from '../../server/portal.ts';
import { readSettings } from '../../server/settings.ts';

/*
 * The whole portal over an edition that is built already: node src/bench/serve/portal.ts CODE CONTENT OUT DATA
 * Prints its address when it serves.
 */
const [repoDir = '', content = '', outDir = '', dataDir = ''] = process.argv.slice(2);
const settings = readSettings(
  {
    PORT: '0',
    MAIL_CATCHER_SMTP_PORT: '0',
    MAIL_CATCHER_WEB_PORT: '0',
    OPENCHARTER_CONTENT: content,
    OPENCHARTER_DATA_DIR: dataDir,
  },
  repoDir,
);
const { siteUrl } = await startPortal({ settings, outDir, build: false, log: () => undefined });
process.stdout.write(`Portal ${siteUrl}/\n`);
