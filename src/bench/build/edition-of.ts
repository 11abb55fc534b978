import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { objectsIn, readEdition } from '../../server/edition/edition.ts';
import { exportEdition } from '../../server/edition/export-edition.ts';
import { openObjects } from '../../server/edition/object-store.ts';
import type { BenchOptions } from '../frame/part.ts';
import { watched, type Watched } from '../frame/watched-process.ts';
import { contentOf } from './content-of.ts';

export interface BuiltEdition {
  outDir: string;
  built: Watched;
}

/**
 * Builds the edition of so many bodies anew, and says how long it took. Its files lie in `client`, as nginx would
 * publish them.
 */
export async function buildEdition(bodies: number, options: BenchOptions): Promise<BuiltEdition> {
  const content = await contentOf(bodies, options);
  const outDir = join(options.cacheDir, `edition-${bodies}`);
  await rm(outDir, { recursive: true, force: true });
  const script = join(import.meta.dirname, 'build-edition.ts');
  const built = await watched(process.execPath, [script, options.repoDir, content, outDir], { cwd: options.repoDir });
  const edition = await readEdition(outDir);
  if (!edition) throw new Error(`No edition was made in ${outDir}.`);
  await exportEdition(edition, openObjects(objectsIn(outDir)), join(outDir, 'client'), { packed: true });
  return { outDir, built };
}

const editions = new Map<number, Promise<BuiltEdition>>();

/** The edition of so many bodies; built once for all parts of one run. */
export function editionOf(bodies: number, options: BenchOptions): Promise<BuiltEdition> {
  const known = editions.get(bodies) ?? buildEdition(bodies, options);
  editions.set(bodies, known);
  return known;
}
