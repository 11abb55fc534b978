import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeContentRepository } from '../content/content-repository.ts';
import { generateContent } from '../content/generate-content.ts';
import { randomFrom } from '../content/random.ts';
import type { BenchOptions } from '../frame/part.ts';

/** Edits that a made-up repository has behind it: as many as a portal looks back on at most. */
const COMMITS = 500;

/** A content repository with so many bodies, made once and kept. Gives its folder. */
export async function contentOf(bodies: number, { repoDir, cacheDir, tell }: BenchOptions): Promise<string> {
  const folder = join(cacheDir, `content-${bodies}`);
  const whole = join(folder, 'content', 'portal', 'portal.yaml');
  if (existsSync(whole)) return folder;
  await rm(folder, { recursive: true, force: true });
  const { files, services } = await generateContent({ patternDir: join(repoDir, 'content'), bodies, seed: 1 });
  await writeContentRepository(files, folder, { commits: COMMITS, random: randomFrom('bench') });
  tell(`content: ${bodies} bodies, ${services} services`);
  return folder;
}
