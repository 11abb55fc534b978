import { fingerprint } from '../lib/fingerprint.ts';
import { parseSourceFile } from '../register/source-file.ts';
import { collections, type EntryData } from '../schemas/collections.ts';
import type { Translation } from '../schemas/translation.ts';
import type { ContentText } from './change.ts';

export type Collection = 'charters' | 'services';

/** What could be read of one version of a file. */
export interface Version<C extends Collection> {
  /** The fields that satisfy today's schema, with its defaults. */
  fields: Partial<EntryData<C>>;
  /** Fields that are there but could not be read; nothing is said about them. */
  unread: ReadonlySet<string>;
  /** The text under the front matter; absent where the file could not be taken apart. */
  body?: string;
}

/**
 * Reads a version of a content file field by field, because an old version may fall short of today's schema and what is
 * readable of it is still worth comparing. Never throws.
 */
export function readVersion<C extends Collection>(collection: C, text: string): Version<C> {
  const { schema, format } = collections[collection];
  const { source } = parseSourceFile('', text, format);
  const data =
    typeof source?.data === 'object' && source.data !== null ? (source.data as Record<string, unknown>) : undefined;
  const fields: Record<string, unknown> = {};
  const unread = new Set<string>();
  for (const [key, field] of Object.entries(schema.shape)) {
    const parsed = data ? field.safeParse(data[key]) : undefined;
    if (!parsed?.success) unread.add(key);
    else if (parsed.data !== undefined) fields[key] = parsed.data;
  }
  return { fields: fields as Partial<EntryData<C>>, unread, ...(data ? { body: source?.body.trim() ?? '' } : {}) };
}

/**
 * Fills what could not be read of a version with what was last known, so that a broken version in between hides no
 * change.
 */
export function settle<C extends Collection>(version: Version<C>, previous: Version<C> | undefined): Version<C> {
  if (!previous) return version;
  const filled = [...version.unread].filter((key) => !previous.unread.has(key));
  const known = Object.fromEntries(
    filled.flatMap((key) => (key in previous.fields ? [[key, previous.fields[key as keyof EntryData<C>]]] : [])),
  );
  const body = version.body ?? previous.body;
  return {
    fields: { ...version.fields, ...known },
    unread: new Set([...version.unread].filter((key) => !filled.includes(key))),
    ...(body === undefined ? {} : { body }),
  };
}

/** A text of a version with those of its translations that fit it. */
export function textAt(
  version: { fields: { translations?: Translation[] } },
  text: string,
  ...path: (string | number)[]
): ContentText {
  const field = path.join('.');
  const fitting = (version.fields.translations ?? []).filter(
    (item) => item.field === field && item.of === fingerprint(text),
  );
  return { text, translations: Object.fromEntries(fitting.map((item) => [item.language, item.text])) };
}
