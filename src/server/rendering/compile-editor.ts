import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hashFiles } from './files-hash.ts';
import { runBuilder, type BuilderOptions } from './run-builder.ts';

/**
 * Bundles the editor at /admin/ where its code has changed since that was done last, and gives the folder that holds it:
 * `admin/index.html`, and `admin/assets/` with files that carry a hash in their names. Several processes may ask at once.
 * Rejects with Vite's own words.
 */
export async function compileEditor(options: BuilderOptions): Promise<string> {
  const { repoDir } = options;
  const editors = join(repoDir, '.cache', 'editor');
  const hash = createHash('sha256');
  await hashFiles(hash, repoDir, ['src', 'admin'], ['package-lock.json']);
  const editorDir = join(editors, hash.digest('hex').slice(0, 16));
  if (existsSync(editorDir)) return editorDir;
  await mkdir(editors, { recursive: true });
  const making = await mkdtemp(join(editors, 'making-'));
  try {
    const config = join(repoDir, 'src', 'cms', 'editor', 'vite.config.ts');
    await runBuilder('vite', ['--config', config, '--outDir', making, '--emptyOutDir'], options);
    // Another process may have been quicker; what it made is the same.
    await rename(making, editorDir).catch((error: NodeJS.ErrnoException) => {
      if (!existsSync(editorDir)) throw error;
    });
  } finally {
    await rm(making, { recursive: true, force: true });
  }
  return editorDir;
}
