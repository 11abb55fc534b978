import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyAdminAssets } from '../cms/admin-assets.ts';
import { MEDIA_FOLDER } from '../lib/content-place.ts';
import { handContent } from '../register/handed-content.ts';
import type { Register } from '../register/register.ts';
import { writeSearch } from './build-search.ts';
import { compressFiles } from './compress-files.ts';
import { copyMedia } from './copy-media.ts';
import { writeEditionCommit } from './edition-commit.ts';

export interface BuildOptions {
  repoDir: string;
  outDir: string;
  contentDir: string;
  siteUrl: string;
  /** The content, read and checked: what the pages are made of. */
  register: Register;
  /** The commit that the content was read from, which the edition keeps; absent outside a repository. */
  commit?: string | undefined;
  /** Print nothing unless the build fails. */
  quiet?: boolean;
  /**
   * Makes of the built pages what a host wants that runs functions in place of our server; its adapter then publishes
   * `outDir` itself. Without it they are made ready for our server.
   */
  finish?: ((site: BuiltSite) => Promise<void>) | undefined;
}

export interface BuiltSite {
  repoDir: string;
  register: Register;
  /** The folder that is published. */
  siteDir: string;
}

/**
 * Builds a complete edition of the portal into a folder: pages, search index, CMS files, compressed copies. Rejects
 * with the build's own words.
 */
export async function buildSite(options: BuildOptions): Promise<void> {
  const { repoDir, outDir, contentDir, siteUrl, register, finish } = options;
  const handed = await mkdtemp(join(tmpdir(), 'opencharter-build-'));
  try {
    const contentFile = join(handed, 'content.json');
    await handContent(contentFile, register);
    await runAstro(options, {
      OPENCHARTER_OUT_DIR: outDir,
      OPENCHARTER_CONTENT_DIR: contentDir,
      OPENCHARTER_CONTENT_FILE: contentFile,
      SITE_URL: siteUrl,
    });
  } finally {
    await rm(handed, { recursive: true, force: true });
  }
  const client = finish ? outDir : join(outDir, 'client');
  await copyMedia(contentDir, join(client, MEDIA_FOLDER));
  await copyAdminAssets(join(client, 'admin'));
  await writeSearch({ client, register, contentDir });
  if (finish) await finish({ repoDir, register, siteDir: client });
  else {
    await compressFiles(client);
    await writeEditionCommit(outDir, options.commit);
  }
}

/** Runs Astro in a process of its own, so that its memory is given back and the server goes on answering. */
async function runAstro({ repoDir, quiet = false }: BuildOptions, env: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, [join(repoDir, 'node_modules', 'astro', 'bin', 'astro.mjs'), 'build'], {
    cwd: repoDir,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output.push(text);
      if (!quiet) process.stdout.write(text);
    });
  }
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  if (code !== 0) throw new Error(`The site could not be built.\n${output.join('').slice(-4000)}`);
}
