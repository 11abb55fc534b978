import { submissionFields, type SubmissionField, formerNames } from '../../schemas/cases/submission.ts';
import type { PostedForm } from '../../web/posted-form.ts';
import { readAmount, type Money } from '../../lib/read-amount.ts';
import { readEmail, readPhones } from './read-contact.ts';
import { typedDay } from './day-parts.ts';
import { readDay } from '../../lib/read-day.ts';
import { cleanText } from '../../lib/clean-text.ts';

/** What stands in the form, as typed, so that nothing is lost when it is shown again. */
export type FormValues = Partial<Record<Exclude<SubmissionField, 'broken' | 'files'>, string>> & { broken: string[] };

/**
 * Fields of the form that are no part of the complaint: the server's key for what was checked, and that for a form that
 * had to wait.
 */
export const submissionKeyField = 'submissionKey';
export const waitingKeyField = 'waitingKey';
/** Invisible to people; programs that fill in everything fill it in too. */
export const honeypotField = 'leaveThisEmpty';

/** The text of a field; empty where there is none, or a file. */
export function textIn(form: PostedForm, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** What was typed, freed of what no keyboard types and nobody sees. */
export function readValues(form: PostedForm): FormValues {
  const values: FormValues = { broken: form.getAll('broken').filter((item) => typeof item === 'string') };
  for (const [name, meta] of submissionFields) {
    const given = meta.control === 'date' ? typedDay(form, name) : form.get(name);
    const typed = given ?? form.get(formerNames[name] ?? name);
    if (name === 'broken' || name === 'files' || typeof typed !== 'string') continue;
    values[name] = meta.control === 'long-text' ? cleanText(typed) : cleanText(typed).replace(/\s+/g, ' ').trim();
  }
  return values;
}

/** What the reading of amounts and days depends on. */
export interface Reading {
  money: Money;
  /** The day where the office is (ISO 8601). */
  today: string;
}

/**
 * The values as the schema expects them: empty ones left out, numbers, days and addresses read as people write
 * them. Files are not among them.
 */
export function toInput(values: FormValues, { money, today }: Reading): Record<string, unknown> {
  const input: Record<string, unknown> = { broken: values.broken };
  for (const [name, meta] of submissionFields) {
    const typed = name === 'broken' || name === 'files' ? undefined : values[name]?.trim();
    if (!typed) continue;
    if (meta.control === 'checkbox') input[name] = true;
    // What cannot be read is left to the schema to refuse.
    else if (meta.control === 'money') input[name] = readAmount(typed, money) ?? typed;
    else if (meta.control === 'date') input[name] = readDay(typed, today);
    else if (meta.control === 'tel') input[name] = readPhones(typed);
    else if (meta.control === 'email') input[name] = readEmail(typed);
    else input[name] = typed;
  }
  return input;
}
