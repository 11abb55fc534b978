import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { copyAdminAssets } from '../../cms/admin-assets.ts';
import { offeredLanguages } from '../../lib/offered-languages.ts';

export interface CompileOptions {
  repoDir: string;
  /** Its languages are built in. */
  contentDir: string;
  /** What the pages are compiled for, as DEPLOY_TARGET and the like tell; part of what tells two results apart. */
  env?: Record<string, string | undefined>;
  log: (event: object) => void;
  /** Ends the work before its end. */
  signal?: AbortSignal | undefined;
}

/** What of the environment the compiled pages depend on; where Netlify publishes them, also whether cases are kept. */
const environment = ['DEPLOY_TARGET', 'OPENCHARTER_TEXTS_DIR'];
const onNetlify = ['DATABASE_URL', 'NETLIFY_DATABASE_URL'];

/**
 * Compiles the pages where their code has changed since it was done last, and gives the folder that holds them: a
 * server part, and the files that browsers load, those of the CMS among them. Rejects with Astro's own words. Several processes may ask at once.
 */
export async function compileApp({
  repoDir,
  contentDir,
  env = process.env,
  log,
  signal,
}: CompileOptions): Promise<string> {
  const apps = join(repoDir, '.cache', 'app');
  const appDir = join(apps, await keyOf(repoDir, env));
  if (existsSync(appDir)) return appDir;
  const started = Date.now();
  await mkdir(apps, { recursive: true });
  const making = await mkdtemp(join(apps, 'making-'));
  try {
    await runAstro(repoDir, { ...env, OPENCHARTER_OUT_DIR: making, OPENCHARTER_CONTENT_DIR: contentDir }, signal);
    await copyAdminAssets(join(making, 'client', 'admin'));
    log({ event: 'pages-compiled', seconds: Math.round((Date.now() - started) / 1000) });
    // Another process may have been quicker; what it made is the same.
    await rename(making, appDir).catch((error: NodeJS.ErrnoException) => {
      if (!existsSync(appDir)) throw error;
    });
  } finally {
    await rm(making, { recursive: true, force: true });
  }
  return appDir;
}

/** Names what the compiled pages are made from: code, public files, packages, languages and target. */
async function keyOf(repoDir: string, env: Record<string, string | undefined>): Promise<string> {
  const hash = createHash('sha256');
  for (const name of environment) hash.update(`${name}=${env[name] ?? ''}\n`);
  if (env.DEPLOY_TARGET === 'netlify') for (const name of onNetlify) hash.update(`${name}=${env[name] ? 'set' : ''}\n`);
  hash.update(JSON.stringify(offeredLanguages));
  const folders = ['src', 'public', 'admin'].map((folder) => join(repoDir, folder));
  const listed = await Promise.all(
    folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])),
  );
  const files = listed
    .flat()
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name));
  files.push(...['astro.config.mjs', 'package-lock.json'].map((name) => join(repoDir, name)).filter(existsSync));
  for (const file of files.sort()) hash.update(`${file.slice(repoDir.length)}\0`).update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
}

/** A test runner or a development server around us says by these that its children are one too. */
const plainBuild = {
  ...{ ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: undefined, VITEST: undefined, TEST: undefined },
  ...{ DEV: undefined, PROD: undefined, SSR: undefined, MODE: undefined, BASE_URL: undefined },
};

/**
 * Runs Astro in a process of its own, so that its memory is given back and a server goes on answering. It is quiet
 * unless it fails; then it rejects with its words.
 */
export async function runAstro(
  repoDir: string,
  env: Record<string, string | undefined>,
  signal?: AbortSignal,
): Promise<void> {
  const astro = join(repoDir, 'node_modules', 'astro', 'bin', 'astro.mjs');
  if (!existsSync(astro))
    throw new Error(
      'The pages have to be compiled, because code or languages are others than when that was done last, but what compiles them is not installed here. Run npm ci without --omit=dev, or build the image anew.',
    );
  const child = spawn(process.execPath, [astro, 'build'], {
    cwd: repoDir,
    env: { ...env, ...plainBuild },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(signal ? { signal } : {}),
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
  }
  // Ended by a signal it is told as an error at once, and goes on writing for a moment.
  let fault: Error | undefined;
  child.once('error', (error) => (fault = error));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (fault) throw fault;
  if (code !== 0) throw new Error(`The pages could not be compiled.\n${output.join('').slice(-4000)}`);
}
