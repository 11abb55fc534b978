import { proseWords, PROSE_FIELD } from '../../register/translated-prose.ts';
import { renderProse } from '../../register/prose.ts';
import { collections } from '../../schemas/collections.ts';
import { walkFields } from '../../schemas/walk.ts';
import type { EntryValues } from '../entry/save-entry.ts';
import type { DeskKind } from '../permissions.ts';

/** A text of an entry that can be translated. */
export interface EntryText {
  /** Its path, for example fees.0.label; `body` for the text under the fields. */
  field: string;
  /** What its fingerprint is taken of: the words alone, where it is marked up. */
  words: string;
  /** As it was written. */
  text: string;
}

/** The texts of a guide, which stand anew in the file of its translation. */
export const guideFields = ['title', 'summary'] as const;

/**
 * The texts of a version of an entry as its file has them, old ones too: what of it does not fit today's schema is left
 * out.
 */
export function textsIn(kind: DeskKind, path: string, { data, body }: EntryValues): EntryText[] {
  const texts: EntryText[] = [];
  const add = (field: string, text: unknown): void => {
    if (typeof text === 'string') texts.push({ field, words: text, text });
  };
  if (kind === 'guides') for (const field of guideFields) add(field, data[field]);
  else {
    try {
      walkFields(collections[kind].schema, data, (value, at, meta) => {
        if (meta.translatable) add(at.join('.'), value);
      });
    } catch (error) {
      // A list that was a single value in an old version cannot be walked; what came before it was read.
      if (!(error instanceof TypeError)) throw error;
    }
  }
  if ((kind === 'guides' || kind === 'charters') && body.trim() !== '')
    texts.push({ field: PROSE_FIELD, words: proseWords(renderProse(path, body).html), text: body.trim() });
  return texts;
}
