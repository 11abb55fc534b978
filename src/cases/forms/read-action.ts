import type * as z from 'zod';
import type { Language } from '../../lib/locales.ts';
import { formFields } from '../../schemas/cases/actions.ts';
import type { FormFieldMeta } from '../../schemas/cases/form-field.ts';
import { fieldProblems, type FieldProblems } from '../../schemas/cases/problems.ts';
import { gatherFiles, noFiles, type FormFilesDependencies } from '../files/form-files.ts';
import type { HeldFile } from '../files/held-files.ts';
import { filesField, noRoomFor } from '../files/take-files.ts';
import { typedDay } from './day-parts.ts';
import { readAmount, type Money } from '../../lib/read-amount.ts';
import { readDay } from '../../lib/read-day.ts';
import type { PostedForm } from '../../web/posted-form.ts';
import { cleanText } from '../../lib/clean-text.ts';

/** What was typed into the form of an action; of a group of boxes, those that were ticked, one a line. */
export type ActionValues = Record<string, string>;

/** The boxes of a group that were ticked, as they are kept. */
export function tickedIn(value: string): string[] {
  return value.split('\n').filter(Boolean);
}

/** The form of an action that comes back filled in, with what is wrong. */
export interface KeptForm<A extends string> {
  action: A;
  values: ActionValues;
  problems: FieldProblems;
  /** Files that wait for an hour until the form is sent. */
  held: HeldFile[];
}

export type ReadAction<T> = { values: ActionValues; held: HeldFile[] } & (
  { ok: true; data: T } | { ok: false; problems: FieldProblems }
);

/**
 * Reads the form of an action by its schema, with files where it asks for some. What is wrong is told per field; what
 * was typed is kept, and so are the files that were chosen. Those that were sent stay held until their hour is over: a
 * second tap must find them. `already` is how many files the case has from the same side, `today` the day where the
 * office is (ISO 8601), `money` the currency there.
 */
export async function readAction<S extends z.ZodObject>(
  schema: S,
  form: PostedForm,
  language: Language,
  files?: FormFilesDependencies & { already: number; today: string; money?: Money },
): Promise<ReadAction<z.output<S>>> {
  const values: ActionValues = {};
  for (const [name, meta] of formFields(schema)) {
    if (meta.control === 'files') continue;
    const given = typedIn(form, name, meta.control);
    if (typeof given === 'string') values[name] = cleanText(given).trim();
  }
  const { held, problem } =
    files && filesField in schema.shape ? await gatherFiles(files, form, { language }) : noFiles;
  const refused = problem ? { [filesField]: problem } : noRoomFor(held.length, files?.already ?? 0, language);
  const controls = new Map(formFields(schema).map(([name, { control }]) => [name, control]));
  const typed = Object.entries(values).filter(([, value]) => value !== '');
  const input = Object.fromEntries(typed.map(([name, value]) => [name, meant(value, controls.get(name), files)]));
  // Files that cannot be taken are what is wrong; that there are no words beside them is not.
  const sent = refused ? 1 : held.length;
  const parsed = schema.safeParse({ ...input, ...(sent > 0 ? { [filesField]: sent } : {}) }, { reportInput: true });
  if (parsed.success && !refused) return { ok: true, values, held, data: parsed.data };
  return {
    ok: false,
    values,
    held,
    problems: { ...fieldProblems(schema, parsed.error?.issues ?? [], language), ...refused },
  };
}

type Control = FormFieldMeta['control'];

function typedIn(form: PostedForm, name: string, control: Control): unknown {
  if (control === 'date') return typedDay(form, name);
  return control === 'checkboxes'
    ? form
        .getAll(name)
        .filter((item) => typeof item === 'string')
        .join('\n')
    : form.get(name);
}

/** What cannot be read is left to the schema to refuse. */
function meant(value: string, control: Control | undefined, reading?: { today: string; money?: Money }): unknown {
  if (control === 'checkboxes') return tickedIn(value);
  if (control === 'date' && reading) return readDay(value, reading.today);
  if (control === 'money' && reading?.money) return readAmount(value, reading.money) ?? value;
  return value;
}

/** Reads the version that a form was made for; undefined where it is missing or no number. */
export function readVersion(form: PostedForm): number | undefined {
  const typed = form.get('version');
  return typeof typed === 'string' && /^\d{1,6}$/.test(typed) ? Number(typed) : undefined;
}
