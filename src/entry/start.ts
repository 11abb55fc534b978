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

/** Longer than answers that are under way are waited for, and shorter than service managers wait. */
const STOP_MS = 25_000;
const stopping = new AbortController();
let portal: RunningPortal | undefined;

/** A service manager takes any other end than 0 for a failure, while the site is still being built too. */
function stop(): void {
  if (stopping.signal.aborted) return;
  stopping.abort();
  setTimeout(() => process.exit(0), STOP_MS).unref();
  void portal?.close().then(() => process.exit(0));
}
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

try {
  const settings = readSettings(readEnvironment(process.env, repoDir), repoDir);
  // A newcomer reads what stands on the terminal; everywhere else each line is one JSON object.
  const forPeople = settings.demo || process.stdout.isTTY;
  if (!forPeople) consoleToEvents(log);
  portal = await startPortal({
    settings,
    outDir: resolve(repoDir, 'dist'),
    build: !process.argv.includes('--no-build'),
    log,
    signal: stopping.signal,
  });
  if (forPeople) {
    console.log(welcome(portal));
    consoleToEvents(log);
  }
  if (stopping.signal.aborted) await portal.close().then(() => process.exit(0));
} catch (error) {
  if (stopping.signal.aborted) process.exit(0);
  process.stderr.write(
    `${error instanceof ContentError ? error.message : `Could not start: ${(error as Error).message}`}\n`,
  );
  process.exitCode = codeOf(error) ?? 1;
}

function welcome({ siteUrl, mailUrl }: RunningPortal): string {
  return `
  Portal   ${siteUrl}/
  Search   ${siteUrl}/search/
  Cases    ${siteUrl}/cases/
  CMS      ${siteUrl}/admin/${
    mailUrl
      ? `
  Mail     ${mailUrl}/  (nothing leaves this machine)`
      : ''
  }

  Stop with Ctrl+C.
`;
}
