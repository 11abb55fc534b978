import { resolve } from 'node:path';
import { ContentError } from '../register/problem.ts';
import { codeOf } from '../server/command.ts';
import { readEnvironment } from '../lib/environment.ts';
import { consoleToEvents } from '../server/console-events.ts';
import { startPortal, type RunningPortal } from '../server/portal.ts';
import { readSettings } from '../server/settings.ts';

// npm start [-- --no-build]: builds the portal and serves it with search, forms, cases, CMS and, locally, the mail
// catcher.
const repoDir = resolve(import.meta.dirname, '..', '..');
const log = (event: object): void =>
  void process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), ...event })}\n`);

let portal: RunningPortal | undefined;
// While the site is still being built, too: a service manager takes any other end for a failure.
const stop = (): void => void Promise.resolve(portal?.close()).then(() => process.exit(0));
process.once('SIGINT', stop);
process.once('SIGTERM', stop);

try {
  portal = await startPortal({
    settings: readSettings(readEnvironment(process.env, repoDir), repoDir),
    outDir: resolve(repoDir, 'dist'),
    build: !process.argv.includes('--no-build'),
    log,
  });
  console.log(`
  Portal   ${portal.siteUrl}/
  Search   ${portal.siteUrl}/search/
  Cases    ${portal.siteUrl}/cases/
  CMS      ${portal.siteUrl}/admin/${
    portal.mailUrl
      ? `
  Mail     ${portal.mailUrl}/  (nothing leaves this machine)`
      : ''
  }

  Stop with Ctrl+C.
`);
  consoleToEvents(log);
} catch (error) {
  console.error(error instanceof ContentError ? error.message : `Could not start: ${(error as Error).message}`);
  process.exitCode = codeOf(error) ?? 1;
}
