import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { OFFICERS_FILE } from '../../lib/content-place.ts';
import { collections } from '../../schemas/collections.ts';
import { planBodies, type Body, type Plan } from './bodies.ts';
import { readPatterns, type Pattern } from './pattern.ts';
import { kept, varied } from './vary.ts';

/** Texts of content files by their path inside the content folder, for example services/inec/voter-registration.yaml. */
export type ContentFiles = Map<string, string>;

export interface GeneratedContent {
  files: ContentFiles;
  bodies: number;
  services: number;
}

/**
 * Valid content with as many public bodies as asked, made from the content of a folder: its own bodies first, then
 * copies of them with ids, names, amounts, times and addresses of their own, each with its services and notices. The
 * same seed gives the same bytes. Whoever asks for fewer bodies than the folder has gets some of them, and what refers
 * to another leads to one that is there.
 */
export async function generateContent(options: {
  patternDir: string;
  bodies: number;
  seed: number;
}): Promise<GeneratedContent> {
  const { patternDir, bodies, seed } = options;
  const patterns = await readPatterns(patternDir);
  const plan = planBodies(patterns, bodies, seed);
  const files: ContentFiles = new Map();
  // With every shipped body there, no reference needs another goal.
  const whole = patterns.filter(({ collection }) => collection === 'charters').length <= bodies;
  for (const pattern of patterns.filter(({ collection }) => !ofBodies.has(collection))) {
    if (whole) files.set(pathOf(pattern), pattern.text);
    else if (isMet(pattern, plan)) files.set(pathOf(pattern), kept(pattern, plan));
  }
  // Who may edit names bodies too, so the list goes along only with all of them.
  const officers = whole && (await readFile(join(patternDir, OFFICERS_FILE), 'utf8').catch(() => undefined));
  if (officers) files.set(OFFICERS_FILE, officers);
  for (const body of plan.bodies) {
    for (const pattern of [body.charter, ...body.services, ...body.notices])
      files.set(pathOf(pattern, body), varied(pattern, body, plan, seed));
  }
  return { files, bodies: plan.bodies.length, services: plan.bodies.reduce((sum, body) => sum + body.services.length, 0) };
}

/** Writes content files below a folder that is empty or not there yet. */
export async function writeContent(files: ContentFiles, contentDir: string): Promise<void> {
  const folders = new Set([...files.keys()].map((path) => dirname(path)));
  await Promise.all([...folders].map((folder) => mkdir(join(contentDir, folder), { recursive: true })));
  const all = [...files];
  // A few hundred at a time: more would only wait for one another, and could use up the file handles.
  for (let at = 0; at < all.length; at += 200)
    await Promise.all(all.slice(at, at + 200).map(([path, text]) => writeFile(join(contentDir, path), text)));
}

const ofBodies: ReadonlySet<string> = new Set(['charters', 'services', 'notices']);

function pathOf({ collection, id, format }: Pattern, body?: Body): string {
  const folder = collection === 'search' ? 'search' : collections[collection].folder;
  if (!body?.place) return `${folder}/${id}.${format}`;
  if (collection === 'charters') return `${folder}/${body.id}.${format}`;
  if (collection === 'services') return `${folder}/${body.id}/${id.split('/')[1] ?? ''}.${format}`;
  return `${folder}/${id}-${body.place.slug}.${format}`;
}

/** A finder and common problems lead to offices of their own country, so they go where none of them is left. */
function isMet({ collection, id, spots }: Pattern, { agencyFor }: Plan): boolean {
  if (collection !== 'finder' && collection !== 'commonProblems') return true;
  return spots.every(({ refersTo, value }) => {
    if (refersTo !== 'agency' && refersTo !== 'service') return true;
    return agencyFor(String(value).split('/')[0] ?? '')?.charter.data.jurisdiction === id;
  });
}
