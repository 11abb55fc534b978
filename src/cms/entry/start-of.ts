import { CmsError } from '../cms-error.ts';
import type { DeskContext } from '../context.ts';
import type { FileEdit } from '../git/edits-of.ts';
import type { EditBase } from './entry-text.ts';

/** The version that an edit was made of, and what became of the entry since. */
export interface Start {
  /** The version that the edit was made of; undefined for a new entry, and where git no longer has it. */
  blob: string | undefined;
  /** Its text. Empty unless others have changed the entry since. */
  text: string;
  /** The version that is there now. */
  current: string | undefined;
  /** What others did since, newest first. */
  since: FileEdit[];
}

/**
 * Finds the version that an edit was made of. It is the one that the form was opened with, or what was saved from the
 * same window last: Decap does not load an entry again after saving it, so further saves still name the version first
 * loaded. Refuses a new entry whose name is taken (409).
 */
export async function startOf(
  { officer, store }: DeskContext,
  { base, tip, path }: { base: EditBase | undefined; tip: string; path: string },
): Promise<Start> {
  const current = await store.blobAt(tip, path);
  const untouched: Start = { blob: current, text: '', current, since: [] };
  if (base?.blob === current) return untouched;
  if (!base)
    throw new CmsError(
      409,
      'There is already an entry with this name. Open that one, or give the new one another name. Nothing was overwritten.',
    );
  const edits = await store.editsOf(tip, path);
  // Decap takes an entry back to draft by removing it and then saving it.
  if (!current && edits[0]?.email === officer.email) return untouched;
  const last = edits.findIndex(
    (edit) => edit.editWindow === base.editWindow || edit.held?.editWindow === base.editWindow,
  );
  const own = edits[last];
  const blob = own?.held?.blob ?? own?.blob ?? base.blob;
  if (blob === current) return untouched;
  const until = own ? last : edits.findIndex((edit) => edit.blob === blob);
  const text = await store.read(blob).then(String, () => undefined);
  const since = edits.slice(0, until < 0 ? 1 : Math.max(until, 1));
  return { blob: text === undefined ? undefined : blob, text: text ?? '', current, since };
}
