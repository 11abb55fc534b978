import { execFileSync, spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Readable } from 'node:stream';
import { dirname, join } from 'node:path';
import { contextFiles, copied, readDockerfile, type Stage } from './dockerfile.ts';

/*
 * npm run check:image: runs the steps of the Dockerfile one by one in a clean folder, without a container engine: what
 * a base image brings (packages of the system, users) is left to the machine. Then starts what the last stage holds,
 * with its volumes empty, waits until it is ready, and looks that it has written nothing else. Prints figures.
 */
const LIMIT_MB = 350;
const READY_MAX_MS = 300_000;
const OF_THE_BASE = /^(?:apt-get|git config --system) /;
const root = mkdtempSync(join(tmpdir(), 'opencharter-image-'));
const rootOf = (stage: string): string => join(root, stage);
const environment = {
  HOME: process.env['HOME'],
  PATH: `${dirname(process.execPath)}:${process.env['PATH']}`,
  CI: 'true',
};

try {
  const stages = readDockerfile(readFileSync('Dockerfile', 'utf8'));
  for (const stage of stages) build(stage);
  const last = stages.at(-1);
  if (!last) throw new Error('The Dockerfile has no stage.');
  const size = megabytes(rootOf(last.name));
  console.log(`unpacked without its base, and without git: ${size} MB (limit ${LIMIT_MB})`);
  await start(last);
  if (size > LIMIT_MB) throw new Error(`The image is larger than ${LIMIT_MB} MB.`);
} finally {
  rmSync(root, { recursive: true, force: true });
}

function build({ name, instructions }: Stage): void {
  let workdir = '/';
  mkdirSync(rootOf(name), { recursive: true });
  for (const instruction of instructions) {
    const { rest } = instruction;
    const began = performance.now();
    if (instruction.name === 'WORKDIR') mkdirSync(join(rootOf(name), (workdir = rest)), { recursive: true });
    else if (instruction.name === 'COPY') copy(name, workdir, instruction);
    else if (instruction.name === 'RUN' && !OF_THE_BASE.test(rest))
      run(inside(rest, name), join(rootOf(name), workdir));
    else continue;
    console.log(
      `${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  [${name}] ${instruction.name} ${rest.slice(0, 90)}`,
    );
  }
}

/** Absolute paths of the image lie in the stage's folder; users are those of the machine. */
function inside(command: string, stage: string): string {
  return command.replaceAll(/ (\/(?:srv|var)\/\S+)/g, ` ${rootOf(stage)}$1`).replaceAll(/chown node:node .*? && /g, '');
}

function run(command: string, cwd: string): void {
  const { status, stdout, stderr } = spawnSync('sh', ['-ec', command], { cwd, env: environment, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command}\n${stdout}\n${stderr}`);
}

function copy(
  stage: string,
  workdir: string,
  instruction: Parameters<typeof copied>[0] & { flags: Record<string, string> },
): void {
  const { sources, to } = copied(instruction);
  const place = join(rootOf(stage), to.startsWith('/') ? to : join(workdir, to));
  const from = instruction.flags['from'];
  for (const source of sources) {
    const isFolder = to.endsWith('/') || sources.length > 1;
    if (from === undefined) copyContext(source, place, isFolder);
    else {
      const there = join(rootOf(from), source);
      cpSync(there, statSync(there).isDirectory() || !isFolder ? place : join(place, source.split('/').at(-1) ?? ''), {
        recursive: true,
        verbatimSymlinks: true,
      });
    }
  }
}

/** From the working tree, what git keeps or would keep and .dockerignore lets in. */
function copyContext(source: string, place: string, intoFolder: boolean): void {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  const files = contextFiles(
    readFileSync('.dockerignore', 'utf8'),
    listed.split('\0').filter((file) => file && existsSync(file)),
  );
  const under = source === '.' ? '' : `${source}/`;
  const found = files.filter((file) => file === source || file.startsWith(under));
  if (found.length === 0) throw new Error(`COPY ${source}: the build context has no such file.`);
  for (const file of found) {
    const to = file === source ? (intoFolder ? join(place, file) : place) : join(place, file.slice(under.length));
    mkdirSync(dirname(to), { recursive: true });
    cpSync(file, to);
  }
}

async function start({ name, instructions }: Stage): Promise<void> {
  const workdir = instructions.find((each) => each.name === 'WORKDIR')?.rest ?? '/';
  const volumes = JSON.parse(instructions.find((each) => each.name === 'VOLUME')?.rest ?? '[]') as string[];
  const command = JSON.parse(instructions.find((each) => each.name === 'CMD')?.rest ?? '[]') as string[];
  const isVolume = (path: string): boolean => volumes.some((volume) => path.startsWith(join(rootOf(name), volume)));
  const began = performance.now();
  const before = written(rootOf(name), isVolume);
  const port = '14321';
  const env = {
    ...environment,
    NODE_ENV: 'production',
    PORT: port,
    OPENCHARTER_DATA_DIR: join(rootOf(name), 'var/lib/opencharter'),
    MAIL_CATCHER_SMTP_PORT: '0',
    MAIL_CATCHER_WEB_PORT: '0',
  };
  const portal = spawn(command[0] ?? '', command.slice(1), {
    cwd: join(rootOf(name), workdir),
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => portal.once('exit', resolve));
  try {
    await ready(portal);
    console.log(`ready after ${((performance.now() - began) / 1000).toFixed(1)} s`);
    for (const path of ['/healthz/ready', '/', '/sw/', '/admin/', '/search/?q=passport', '/statistics/'])
      console.log(`${(await fetch(`http://127.0.0.1:${port}${path}`)).status} ${path}`);
  } finally {
    portal.kill('SIGTERM');
    console.log(`ended with ${await ended}`);
  }
  const after = written(rootOf(name), isVolume);
  const more = [...after].filter(([file, time]) => before.get(file) !== time).map(([file]) => file);
  if (more.length > 0)
    throw new Error(`Written outside its volumes, which a read-only root forbids:\n${more.join('\n')}`);
  console.log('nothing written outside its volumes');
}

/** Resolves when the portal says that it is there; rejects where it ends before, or takes too long. */
function ready(portal: ChildProcessByStdio<null, Readable, null>): Promise<void> {
  return new Promise((resolve, reject) => {
    portal.stdout.on('data', (text: Buffer) => {
      process.stdout.write(text);
      if (text.includes('Stop with')) resolve();
    });
    portal.once('exit', (code) => reject(new Error(`The portal ended with ${code}.`)));
    AbortSignal.timeout(READY_MAX_MS).addEventListener('abort', () => reject(new Error('The portal takes too long.')));
  });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name));
}

function written(folder: string, left: (path: string) => boolean): Map<string, number> {
  return new Map(
    filesIn(folder)
      .filter((file) => !left(file))
      .map((file) => [file, statSync(file).mtimeMs]),
  );
}

function megabytes(folder: string): number {
  const blocks = filesIn(folder).reduce((sum, file) => sum + statSync(file).blocks, 0);
  return Math.round((blocks * 512) / 1e6);
}
