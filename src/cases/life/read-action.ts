import type * as z from 'zod';
import type { Language } from '../../lib/locales.ts';
import { formFields } from '../../schemas/cases/actions.ts';
import { fieldProblems, type FieldProblems } from '../../schemas/cases/problems.ts';
import { filesField, filesLost, noRoomFor, takeFiles, type Attachment } from '../attachments/take-files.ts';
import { cleanText } from '../form-values.ts';
import type { PostedForm } from '../posted-form.ts';

/** What was typed into the form of an action. */
export type ActionValues = Record<string, string>;

/** The form of an action that comes back filled in, with what is wrong. */
export interface KeptForm<A extends string> {
  action: A;
  values: ActionValues;
  problems: FieldProblems;
}

export type ReadAction<T> = { values: ActionValues } & ({ ok: true; data: T; files: Attachment[] } | { ok: false; problems: FieldProblems });

/**
 * Reads the form of an action by its schema, with files where it asks for some. What is wrong is told per field; what was
 * typed is kept. `filesAlready` is how many files the case has from the same side.
 */
export async function readAction<S extends z.ZodObject>(
  schema: S,
  form: PostedForm,
  language: Language,
  filesAlready: number,
): Promise<ReadAction<z.output<S>>> {
  const values: ActionValues = {};
  for (const [name, meta] of formFields(schema)) {
    if (meta.control === 'files') continue;
    const typed = form.get(name);
    if (typeof typed === 'string') values[name] = cleanText(typed).trim();
  }
  const taken = filesField in schema.shape ? await takeFiles(form, language) : { files: [] };
  const files = 'problem' in taken ? [] : taken.files;
  const refused = 'problem' in taken ? { [filesField]: taken.problem } : noRoomFor(files.length, filesAlready, language);
  const input = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
  // Files that cannot be taken are what is wrong; that there are no words beside them is not.
  const sent = refused ? 1 : files.length;
  const parsed = schema.safeParse({ ...input, ...(sent > 0 ? { [filesField]: sent } : {}) }, { reportInput: true });
  if (parsed.success && !refused) return { ok: true, values, data: parsed.data, files };
  const again = files.length > 0 ? filesLost(form, language) : {};
  return { ok: false, values, problems: { ...fieldProblems(schema, parsed.error?.issues ?? [], language), ...again, ...refused } };
}

/** Reads the version that a form was made for; undefined where it is missing or no number. */
export function readVersion(form: PostedForm): number | undefined {
  const typed = form.get('version');
  return typeof typed === 'string' && /^\d{1,6}$/.test(typed) ? Number(typed) : undefined;
}
