import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { reservePort } from '../../server/portal-server.ts';
import { onPath } from '../frame/on-path.ts';

export interface RunningServer {
  /** Address of the page that is asked for. */
  url: string;
  stop(): Promise<void>;
}

/** Starts the portal over an edition, in one process or in so many as share a PostgreSQL. */
export async function startPortalProcess(
  places: { repoDir: string; content: string; outDir: string; dataDir: string },
  path: string,
  several?: { processes: number; database: string },
): Promise<RunningServer> {
  const { repoDir, content, outDir, dataDir } = places;
  const more = several ? [String(several.processes), several.database] : [];
  return announced([join(import.meta.dirname, 'portal.ts'), repoDir, content, outDir, dataDir, ...more], path);
}

/** Starts a dozen lines of bare node:http that send one page. */
export async function startBareServer(client: string, path: string, cacheDir: string): Promise<RunningServer> {
  const file = join(cacheDir, 'page.html.gz');
  await writeFile(file, gzipSync(await readFile(join(client, path, 'index.html')), { level: 9 }));
  return announced([join(import.meta.dirname, 'bare-server.ts'), file], path);
}

/** Starts nginx over the same files, as many workers as there are cores; undefined where it is not installed. */
export async function startNginx(client: string, path: string, cacheDir: string): Promise<RunningServer | undefined> {
  const program = await onPath('nginx');
  if (!program) return undefined;
  const home = join(cacheDir, 'nginx');
  await mkdir(home, { recursive: true });
  const port = await reservePort('127.0.0.1', 0);
  const root = process.getuid?.() === 0 ? 'user root;' : '';
  await writeFile(
    join(home, 'nginx.conf'),
    `${root} daemon off; worker_processes auto; pid ${home}/nginx.pid; error_log ${home}/error.log;
events { worker_connections 1024; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; open_file_cache max=1000;
  types { text/html html; } default_type application/octet-stream;
  client_body_temp_path ${home}; proxy_temp_path ${home}; fastcgi_temp_path ${home}; uwsgi_temp_path ${home}; scgi_temp_path ${home};
  server { listen 127.0.0.1:${port}; root ${client}; index index.html; gzip_static on; gzip_vary on; }
}
`,
  );
  const child = spawn(program, ['-c', join(home, 'nginx.conf'), '-p', home], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}${path}`;
  await answers(url, child);
  return { url, stop: () => ended(child, 'SIGQUIT') };
}

async function announced(args: string[], path: string): Promise<RunningServer> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await new Promise<string>((done, fail) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const found = /^Portal (\S+)\/$/m.exec(said)?.[1];
      if (found) done(found.replace('localhost', '127.0.0.1'));
    });
    child.once('exit', (code) => fail(new Error(`A server ended with code ${code} before it served.\n${said}`)));
  });
  return { url: `${address}${path}`, stop: () => ended(child, 'SIGTERM') };
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`nginx ended with code ${child.exitCode}.`);
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
  }
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    child.once('exit', () => done());
    child.kill(signal);
  });
}
