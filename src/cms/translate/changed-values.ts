import { PROSE_FIELD } from '../../register/translated-prose.ts';
import type { Translation } from '../../schemas/translation.ts';
import type { EntryValues } from '../entry/save-entry.ts';

/** The new translation of one text, and what it is of. An empty text removes the translation. */
export interface NewTranslation {
  field: string;
  text: string;
  /** Fingerprint of the original. */
  of: string;
}

/**
 * The values of an entry with some texts translated anew. What is changed keeps its place in the list, what is new
 * follows at its end; all else, with what stands there in other languages, is as it was.
 */
export function withTranslations(now: EntryValues, into: string, changes: readonly NewTranslation[]): EntryValues {
  const before = (Array.isArray(now.data.translations) ? now.data.translations : []) as Translation[];
  const left = new Map(changes.map((change) => [change.field, change]));
  const kept = before.flatMap((item) => {
    const change = item.language === into ? left.get(item.field) : undefined;
    if (!change) return [item];
    left.delete(item.field);
    return change.text === '' ? [] : [{ ...item, text: change.text, of: change.of }];
  });
  const added = [...left.values()].flatMap(({ field, text, of }) =>
    text === '' ? [] : [{ language: into, field, text, of }],
  );
  return { data: { ...now.data, translations: [...kept, ...added] }, body: now.body };
}

/** The values of the file in which a guide stands in another language; new where there is none yet. */
export function withGuideTexts(
  now: EntryValues,
  { of, into, original }: { of: string; into: string; original: Record<string, unknown> },
  changes: readonly NewTranslation[],
): EntryValues {
  const isNew = now.data.translationOf === undefined;
  const { jurisdictions, sources } = original;
  const data: Record<string, unknown> = isNew
    ? { title: undefined, summary: undefined, language: into, translationOf: of, jurisdictions, sources }
    : { ...now.data };
  const marks: Record<string, unknown> = { ...(data.of as object | undefined) };
  let { body } = now;
  for (const { field, text, of: fingerprint } of changes) {
    if (field === PROSE_FIELD) body = text;
    else data[field] = text === '' ? undefined : text;
    marks[field] = text === '' ? undefined : fingerprint;
  }
  return { data: { ...data, of: marks }, body };
}
