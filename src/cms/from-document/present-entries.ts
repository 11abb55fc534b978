import type { DeskContext } from '../context.ts';
import { valuesOf, type EntryValues } from '../entry/save-entry.ts';

/** An entry as it stands now, in its draft where there is one. */
export interface PresentEntry extends EntryValues {
  blob: string;
  isDraft: boolean;
}

export interface PresentEntries {
  /** The charter and the services of a body, by path. */
  entries: Map<string, PresentEntry>;
  /** The charter as it is published. */
  charter: Record<string, unknown>;
  hasCharterDraft: boolean;
}

export const charterPath = (agency: string): string => `content/charters/${agency}.mdx`;
export const servicePath = (agency: string, slug: string): string => `content/services/${agency}/${slug}.yaml`;

/** Reads the charter and the services of a body from git, with all drafts of them. */
export async function presentEntries({ store }: DeskContext, agency: string): Promise<PresentEntries> {
  const { commit } = await store.head();
  const published = [
    ...(await store.list(commit, charterPath(agency))),
    ...(await store.list(commit, `content/services/${agency}`)),
  ];
  const own = new Set([`charter-${agency}`, `services-${agency}`]);
  const drafts = (await store.drafts.all()).filter(({ collection }) => own.has(collection));
  const drafted = drafts.flatMap(({ changes }) =>
    changes.flatMap(({ path, blob }) => (blob && !path.startsWith('content/media/') ? [{ path, blob }] : [])),
  );
  const texts = await store.readMany([...published, ...drafted].map(({ blob }) => blob));
  const read = (path: string, index: number): EntryValues =>
    valuesOf(path, String(texts[index]), path.endsWith('.mdx') ? 'mdx' : 'yaml');
  const entries = new Map<string, PresentEntry>();
  for (const [index, { path, blob }] of published.entries())
    entries.set(path, { ...read(path, index), blob, isDraft: false });
  const charter = entries.get(charterPath(agency))?.data ?? {};
  for (const [index, { path, blob }] of drafted.entries())
    entries.set(path, { ...read(path, published.length + index), blob, isDraft: true });
  return { entries, charter, hasCharterDraft: drafts.some(({ collection }) => collection === `charter-${agency}`) };
}

/** The sources that a charter lists, as its file has them. */
export function sourcesOf(charter: Record<string, unknown>): Record<string, unknown>[] {
  return Array.isArray(charter.sources) ? (charter.sources as Record<string, unknown>[]) : [];
}
