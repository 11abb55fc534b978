import type { Language } from '../../lib/locales.ts';
import { FILES_MAX } from '../../schemas/cases/submission.ts';
import type { PostedForm } from '../../web/posted-form.ts';
import type { HoldLimit } from '../abuse/hold-limit.ts';
import { pageTexts } from '../../texts/texts.ts';
import { dropHeldFiles, heldFileField, holdFiles, openHeldFiles, type HeldFile } from './held-files.ts';
import { sentFiles, takeFiles, type TakenFiles } from './take-files.ts';
import type { Database } from '../../database/tables.ts';

/** The files of a form: those held from before that were not taken away, and those that were chosen now. */
export interface FormFiles {
  held: HeldFile[];
  /** What could not be taken or is no longer there, in sentences. */
  problem?: string;
  /** Files that were held for this form are gone: sent already, or older than an hour. */
  lost: boolean;
}

export const noFiles: FormFiles = { held: [], lost: false };

export interface FormFilesDependencies {
  db: Database;
  clock: () => Date;
  /** Says whether a visitor may have more files held just now; without one everybody may. */
  holdLimit?: HoldLimit | undefined;
}

/** Name of the button that takes one held file away; its value is the file's token. */
export const removeFileField = 'removeFile';

/**
 * Gathers the files of a form, and holds those that came with it, so that whatever the answer is need not lose them.
 */
export async function gatherFiles(
  { db, clock, holdLimit }: FormFilesDependencies,
  form: PostedForm,
  { language, clientAddress }: { language: Language; clientAddress?: string | undefined },
): Promise<FormFiles> {
  const texts = pageTexts('attachments', language);
  // Before a picture is drawn anew, which takes long and happens one at a time: a flood must not keep others waiting.
  const mayHold = holdLimit?.mayHold(clientAddress, sentFiles(form).length) ?? true;
  const taken: TakenFiles = mayHold ? await takeFiles(form, language) : { files: [], problems: [texts.holdLater] };
  const removed = form.get(removeFileField);
  const tokens = tokensOf(form).filter((token) => token !== removed);
  if (typeof removed === 'string') await dropHeldFiles(db, [removed]);
  const before = await openHeldFiles(db, tokens, clock());
  const lost = before.length < tokens.length;
  const problems = [...taken.problems, ...(lost ? [texts.lost] : [])];
  const told = (held: HeldFile[]): FormFiles => ({
    held,
    lost,
    ...(problems.length > 0 ? { problem: problems.join(' ') } : {}),
  });
  if (taken.files.length === 0) return told(before);
  if (before.length + taken.files.length > FILES_MAX) {
    problems.push(texts.formFull({ max: FILES_MAX, chosen: before.length }));
    return told(before);
  }
  return told([...before, ...(await holdFiles(db, taken.files, clock()))]);
}

/** The tokens that a form carries, once each. A form of ours has no more than a case can have files. */
export function tokensOf(form: PostedForm): string[] {
  const typed = form
    .getAll(heldFileField)
    .filter((value): value is string => typeof value === 'string' && /^[\w-]{22}$/.test(value));
  return [...new Set(typed)].slice(0, FILES_MAX);
}
