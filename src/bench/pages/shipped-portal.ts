import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchOptions } from '../frame/part.ts';
import { watched } from '../frame/watched-process.ts';
import { startPortalProcess, type RunningServer } from '../serve/servers.ts';

/** Builds an edition of the content that is shipped and serves it, with data of its own that go when it stops. */
export async function startShipped({ repoDir, cacheDir }: BenchOptions): Promise<RunningServer> {
  const outDir = join(cacheDir, 'edition-shipped');
  const script = join(import.meta.dirname, '..', 'build', 'build-edition.ts');
  await watched(process.execPath, [script, repoDir, repoDir, outDir], { cwd: repoDir });
  const dataDir = await mkdtemp(join(tmpdir(), 'opencharter-bench-'));
  const { url, stop } = await startPortalProcess({ repoDir, content: repoDir, outDir, dataDir }, '');
  return {
    url,
    stop: async () => {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
