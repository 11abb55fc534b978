import { complaintFields, type ComplaintField } from '../schemas/cases/complaint.ts';
import type { PostedForm } from './posted-form.ts';

/** What stands in the form, as typed, so that nothing is lost when it is shown again. */
export type FormValues = Partial<Record<Exclude<ComplaintField, 'broken' | 'files'>, string>> & { broken: string[] };

/** Fields of the form that are no part of the complaint: the server's key for what was checked, and that for a form that had to wait. */
export const submissionKeyField = 'submissionKey';
export const waitingKeyField = 'waitingKey';
/** Name of the check page's buttons; `change` goes back to the form. */
export const stepField = 'step';
/** Invisible to people; programs that fill in everything fill it in too. */
export const honeypotField = 'leaveThisEmpty';

/** Gives what was typed, freed of what no keyboard types: control characters and marks that reverse the reading order. */
export function readValues(form: PostedForm): FormValues {
  const values: FormValues = { broken: form.getAll('broken').filter((item) => typeof item === 'string') };
  for (const [name, meta] of complaintFields) {
    const typed = form.get(name);
    if (name === 'broken' || name === 'files' || typeof typed !== 'string') continue;
    values[name] = meta.control === 'long-text' ? cleanText(typed) : cleanText(typed).replace(/\s+/g, ' ').trim();
  }
  return values;
}

/** Gives the values as the schema expects them: empty ones left out, numbers and days read as people write them. Files are not among them. */
export function toInput(values: FormValues): Record<string, unknown> {
  const input: Record<string, unknown> = { broken: values.broken };
  for (const [name, meta] of complaintFields) {
    const typed = name === 'broken' || name === 'files' ? undefined : values[name]?.trim();
    if (!typed) continue;
    if (meta.control === 'checkbox') input[name] = true;
    else if (meta.control === 'money') input[name] = readAmount(typed);
    else if (meta.control === 'date') input[name] = readDay(typed);
    else input[name] = typed;
  }
  return input;
}

/** Control characters, marks that reverse the reading order, and letters that are there and not seen (U+E0000 to U+E007F). */
const UNTYPEABLE = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]|\uDB40[\uDC00-\uDC7F]/g;
/** Everything that some reader of mail or of pages shows as the end of a line (Unicode, section 5.8). */
const LINE_END = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/** Frees a text of what no keyboard types. Its lines end in "\n" alone, so that each can be marked as somebody's words. */
export function cleanText(typed: string): string {
  return typed.replace(LINE_END, '\n').replace(UNTYPEABLE, '');
}

const AMOUNT = /^\p{L}{0,4}\.?\p{Sc}?\s*(\d[\d, ]*(?:\.\d{1,2})?)\s*(?:\/[=-])?\s*\p{L}{0,10}$/u;

/** Reads "1500", "KSh 1,500", "₦2,000" or "1500/=". Gives the text back where it is none of these, for the schema to refuse. */
function readAmount(typed: string): number | string {
  const digits = AMOUNT.exec(typed)?.[1];
  return digits ? Number(digits.replace(/[, ]/g, '')) : typed;
}

/** Reads 2026-03-12, and 12/3/2026, 12.3.2026 or 12-3-2026 as people write it where the browser has no calendar. */
function readDay(typed: string): string {
  const parts = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(typed);
  return parts ? `${parts[3]}-${parts[2]?.padStart(2, '0')}-${parts[1]?.padStart(2, '0')}` : typed;
}
