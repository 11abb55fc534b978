import cluster from 'node:cluster';
import { resolve } from 'node:path';
import { ContentError } from '../register/problem.ts';
import { codeOf } from '../server/command.ts';
import { readEnvironment } from '../lib/environment.ts';
import { consoleToEvents } from '../server/console-events.ts';
import { catchMail, startPortal, type RunningPortal } from '../server/portal.ts';
import { reservePort } from '../server/portal-server.ts';
import { joinOthers } from '../server/several/member.ts';
import { startPrimary, type Primary } from '../server/several/primary.ts';
import { readSettings, type Settings } from '../server/settings.ts';

// npm start [-- --no-build]: builds the portal and serves it with search, forms, cases, CMS and, locally, the mail
// catcher. With PROCESSES it starts so many that share the port; SIGHUP then puts new ones in their place.
const repoDir = resolve(import.meta.dirname, '..', '..');
const log = (event: object): void =>
  void process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), ...event })}\n`);

/** Longer than answers that are under way are waited for, and shorter than service managers wait. */
const STOP_MS = 25_000;
const stopping = new AbortController();
let portal: RunningPortal | undefined;
let primary: Primary | undefined;
let drainMs = 0;

/** A service manager takes any other end than 0 for a failure, while the site is still being built too. */
function stop(how?: 'retire'): void {
  if (stopping.signal.aborted) return;
  stopping.abort();
  setTimeout(() => process.exit(0), STOP_MS + drainMs).unref();
  primary?.stop();
  void portal?.close(how).then(() => process.exit(0));
}
process.on('SIGINT', () => stop());
process.on('SIGTERM', () => stop());
process.on('SIGHUP', () => {
  if (primary) void primary.renew();
  // Whoever closes a terminal means the end; a service manager that reloads does not.
  else if (process.stdout.isTTY) stop();
  else log({ event: 'not-renewed', reason: 'Only several processes (PROCESSES) can be renewed while they serve.' });
});

try {
  const settings = readSettings(readEnvironment(process.env, repoDir), repoDir);
  ({ drainMs } = settings);
  // A newcomer reads what stands on the terminal; everywhere else each line is one JSON object.
  const forPeople = cluster.isPrimary && (settings.demo || process.stdout.isTTY);
  if (!forPeople) consoleToEvents(log);
  if (cluster.isPrimary && settings.processes > 1) await startSeveral(settings, forPeople);
  else await startOne(settings, forPeople);
} catch (error) {
  if (stopping.signal.aborted) process.exit(0);
  process.stderr.write(
    `${error instanceof ContentError ? error.message : `Could not start: ${(error as Error).message}`}\n`,
  );
  process.exitCode = codeOf(error) ?? 1;
  // It holds a line to the one that started it.
  if (cluster.isWorker) process.exit();
}

async function startOne(settings: Settings, forPeople: boolean): Promise<void> {
  const member = joinOthers(process.env);
  member?.onRetire(() => stop('retire'));
  portal = await startPortal({
    settings,
    outDir: resolve(repoDir, 'dist'),
    build: !process.argv.includes('--no-build'),
    log,
    member,
    signal: stopping.signal,
  });
  member?.ready();
  if (forPeople) {
    console.log(welcome(portal));
    consoleToEvents(log);
  }
  if (stopping.signal.aborted) await portal.close().then(() => process.exit(0));
}

async function startSeveral(settings: Settings, forPeople: boolean): Promise<void> {
  const { host, processes } = settings;
  const port = await reservePort(host, settings.port);
  const catcher = settings.demo || !settings.smtp ? await catchMail(settings) : undefined;
  primary = startPrimary({ processes, port, ...(catcher ? { catcher } : {}), log });
  if (stopping.signal.aborted) primary.stop();
  void primary.ready.then(() => {
    log({ event: 'processes-started', processes });
    const mailUrl = catcher && `http://localhost:${catcher.webPort}`;
    const siteUrl = settings.siteUrl ?? `http://localhost:${port}`;
    if (forPeople) console.log(welcome({ siteUrl, ...(mailUrl ? { mailUrl } : {}) }));
  });
  const code = await primary.ended;
  await catcher?.close();
  process.exit(code);
}

function welcome({ siteUrl, mailUrl }: Pick<RunningPortal, 'siteUrl' | 'mailUrl'>): string {
  return `
  Portal   ${siteUrl}/
  Search   ${siteUrl}/search/
  Cases    ${siteUrl}/cases/
  Desk     ${siteUrl}/desk/   (for charter desk officers, on a phone too)
  Editor   ${siteUrl}/admin/  (whole entries)${
    mailUrl
      ? `
  Mail     ${mailUrl}/  (nothing leaves this machine)`
      : ''
  }

  Stop with Ctrl+C.
`;
}
