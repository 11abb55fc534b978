import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { offeredLanguages } from '../../lib/offered-languages.ts';
import { compileEditor } from './compile-editor.ts';
import { hashFiles } from './files-hash.ts';
import { runBuilder } from './run-builder.ts';

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
    await cp(await compileEditor({ repoDir, env, signal }), join(making, 'client'), { recursive: true });
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
  await hashFiles(hash, repoDir, ['src', 'public', 'admin'], ['astro.config.mjs', 'package-lock.json']);
  return hash.digest('hex').slice(0, 16);
}

/** Has Astro compile the pages for the target that the environment names; rejects with its words. */
export function runAstro(
  repoDir: string,
  env: Record<string, string | undefined>,
  signal?: AbortSignal,
): Promise<void> {
  return runBuilder('astro', [], { repoDir, env, signal });
}
