import * as z from 'zod';
import type { Language } from '../../lib/locales.ts';
import { actionTexts } from './action-texts.ts';
import type { CaseKind, Outcome } from './case.ts';
import { FILES_MAX } from './complaint.ts';
import { formField, formFieldMeta, type FieldTexts, type FormFieldMeta } from './form-field.ts';
import { outcomesOf } from './kinds.ts';
import { isoDate, slug } from '../primitives.ts';

const WORDS_MIN = 5;
const text = z.string().min(WORDS_MIN).max(5000);
/** How many files came with it; the files themselves are kept apart. */
const files = z.number().int().min(1).max(FILES_MAX).optional();

const officerForms = {
  'pass-on': z.strictObject({
    agency: formField(slug, { control: 'select', ...actionTexts.handedTo }),
    on: formField(isoDate, { control: 'date', ...actionTexts.handedOn }),
  }),
  acknowledge: z.strictObject({}),
  ask: z.strictObject({ text: formField(text, { control: 'long-text', ...actionTexts.question }) }),
  answer: z.strictObject({
    text: formField(text, { control: 'long-text', ...actionTexts.answer }),
    files: formField(files, { control: 'files', ...actionTexts.officerFiles }),
  }),
  extend: z.strictObject({
    days: formField(z.coerce.number().int().min(1).max(10), { control: 'text', ...actionTexts.days }),
    text: formField(text, { control: 'long-text', ...actionTexts.ground }),
  }),
  transfer: z.strictObject({
    agency: formField(slug, { control: 'select', ...actionTexts.agency }),
    text: formField(text, { control: 'long-text', ...actionTexts.reason }),
  }),
} as const;

/** Gives what an officer fills in for an action. How a case can be closed depends on its kind. */
export function officerForm(action: keyof typeof officerForms | 'resolve', kind: CaseKind): z.ZodObject {
  return action === 'resolve' ? resolveForm(kind) : officerForms[action];
}

function resolveForm(kind: CaseKind): z.ZodObject {
  const { done, given } = actionTexts;
  return z.strictObject({
    outcome: outcomeField(outcomesOf[kind]),
    text: formField(text, { control: 'long-text', ...(kind === 'information-request' ? given : done) }),
    files: formField(files, { control: 'files', ...actionTexts.officerFiles }),
  });
}

/** Where a kind can be closed in one way only, nothing is asked. */
function outcomeField([first, ...others]: readonly [Outcome, ...Outcome[]]): z.ZodType {
  if (others.length === 0)
    return formField(z.literal(first).default(first), { control: 'hidden', ...actionTexts.outcome });
  const offered = <T extends object>(options: T): T =>
    Object.fromEntries(
      Object.entries(options).filter(([name]) => name === first || others.some((other) => other === name)),
    ) as T;
  const { en, sw } = actionTexts.outcome;
  const texts = { en: { ...en, options: offered(en.options) }, sw: { ...sw, options: offered(sw.options) } };
  return formField(z.enum([first, ...others]), { control: 'radios', ...texts });
}

/** What a citizen fills in for each action. */
export const citizenForms = {
  'hand-in': z.strictObject({ on: formField(isoDate, { control: 'date', ...actionTexts.handedInOn }) }),
  message: wordsOrFiles(actionTexts.message),
  reopen: wordsOrFiles(actionTexts.stillWrong),
  rate: z.strictObject({
    score: formField(z.coerce.number().int().min(1).max(5), { control: 'radios', ...actionTexts.score }),
    text: formField(z.string().max(2000).optional(), { control: 'long-text', ...actionTexts.remark }),
  }),
  'next-rung': z.strictObject({}),
  withdraw: z.strictObject({
    text: formField(z.string().max(2000).optional(), { control: 'long-text', ...actionTexts.remark }),
  }),
} as const;

/** Gives the fields of a form with their labels, in the order in which they are asked. */
export function formFields(schema: z.ZodObject): [string, FormFieldMeta][] {
  return Object.entries(schema.shape).map(([name, field]) => [name, formFieldMeta(name, field as z.ZodType)]);
}

/** Words, files, or both: a photograph may say all there is to say. */
function wordsOrFiles(texts: Record<Language, FieldTexts>) {
  const shape = {
    text: formField(z.string().max(5000).optional(), { control: 'long-text', ...texts }),
    files: formField(files, { control: 'files', ...actionTexts.citizenFiles }),
  };
  return z.strictObject(shape).check(({ value, issues }) => {
    const words = value.text;
    if (value.files || (words && words.length >= WORDS_MIN)) return;
    const place = { path: ['text'], input: words };
    issues.push(
      words
        ? { code: 'too_small', origin: 'string', minimum: WORDS_MIN, ...place }
        : { code: 'invalid_type', expected: 'string', ...place },
    );
  });
}
