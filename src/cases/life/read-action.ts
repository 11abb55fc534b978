import type * as z from 'zod';
import type { Language } from '../../lib/locales.ts';
import { formFields } from '../../schemas/cases/actions.ts';
import { fieldProblems, type FieldProblems } from '../../schemas/cases/problems.ts';
import { cleanText } from '../form-values.ts';
import type { PostedForm } from '../posted-form.ts';

/** What was typed into the form of an action. */
export type ActionValues = Record<string, string>;

export type ReadAction<T> = { ok: true; data: T } | { ok: false; values: ActionValues; problems: FieldProblems };

/** Reads the form of an action by its schema. What is wrong is told per field; what was typed is kept. */
export function readAction<S extends z.ZodObject>(schema: S, form: PostedForm, language: Language): ReadAction<z.output<S>> {
  const values: ActionValues = {};
  for (const [name] of formFields(schema)) {
    const typed = form.get(name);
    if (typeof typed === 'string') values[name] = cleanText(typed).trim();
  }
  const input = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(input, { reportInput: true });
  return parsed.success ? { ok: true, data: parsed.data } : { ok: false, values, problems: fieldProblems(schema, parsed.error.issues, language) };
}

/** Reads the version that a form was made for; undefined where it is missing or no number. */
export function readVersion(form: PostedForm): number | undefined {
  const typed = form.get('version');
  return typeof typed === 'string' && /^\d{1,6}$/.test(typed) ? Number(typed) : undefined;
}
