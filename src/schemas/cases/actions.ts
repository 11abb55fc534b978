import * as z from 'zod';
import type { CaseKind, CaseEnding } from './case.ts';
import { FILES_MAX } from './submission.ts';
import { formField, formFieldMeta, type FieldKey, type FormFieldMeta } from './form-field.ts';
import { outcomesOf } from './kinds.ts';
import { isoDate, slug } from '../primitives.ts';

/** An extension, once for each turn, adds so many days of the term's unit at most. */
const EXTENSION_DAYS_MAX = 10;

const WORDS_MIN = 5;
const text = z.string().min(WORDS_MIN).max(5000);
/** How many files came with it; the files themselves are kept apart. */
const files = z.number().int().min(1).max(FILES_MAX).optional();

const officerForms = {
  'pass-on': z.strictObject({
    agency: formField(slug, { control: 'select', texts: 'action.handedTo' }),
    on: formField(isoDate, { control: 'date', texts: 'action.handedOn' }),
  }),
  acknowledge: z.strictObject({}),
  ask: z.strictObject({ text: formField(text, { control: 'long-text', texts: 'action.question' }) }),
  answer: z.strictObject({
    text: formField(text, { control: 'long-text', texts: 'action.answer' }),
    files: formField(files, { control: 'files', texts: 'action.officerFiles' }),
  }),
  extend: z.strictObject({
    days: formField(z.coerce.number().int().min(1).max(EXTENSION_DAYS_MAX), { control: 'text', texts: 'action.days' }),
    text: formField(text, { control: 'long-text', texts: 'action.ground' }),
  }),
  transfer: z.strictObject({
    agency: formField(slug, { control: 'select', texts: 'action.agency' }),
    text: formField(text, { control: 'long-text', texts: 'action.reason' }),
  }),
} as const;

/** What an officer fills in for an action. How a case can be closed depends on its kind. */
export function officerForm(action: keyof typeof officerForms | 'resolve', kind: CaseKind): z.ZodObject {
  return action === 'resolve' ? resolveForm(kind) : officerForms[action];
}

function resolveForm(kind: CaseKind): z.ZodObject {
  return z.strictObject({
    outcome: outcomeField(outcomesOf[kind]),
    text: formField(text, {
      control: 'long-text',
      texts: kind === 'information-request' ? 'action.given' : 'action.done',
    }),
    files: formField(files, { control: 'files', texts: 'action.officerFiles' }),
  });
}

/** Where a kind can be closed in one way only, nothing is asked. */
function outcomeField(outcomes: readonly [CaseEnding, ...CaseEnding[]]): z.ZodType {
  const words = { texts: 'action.outcome', outcomes } as const;
  const [first, ...others] = outcomes;
  return others.length === 0
    ? formField(z.literal(first).default(first), { control: 'hidden', ...words })
    : formField(z.enum([first, ...others]), { control: 'radios', ...words });
}

/** What a citizen fills in for each action. */
export const citizenForms = {
  'hand-in': z.strictObject({ on: formField(isoDate, { control: 'date', texts: 'action.handedInOn' }) }),
  message: wordsOrFiles('action.message'),
  reopen: wordsOrFiles('action.stillWrong'),
  rate: z.strictObject({
    score: formField(z.coerce.number().int().min(1).max(5), { control: 'radios', texts: 'action.score' }),
    text: formField(z.string().max(2000).optional(), { control: 'long-text', texts: 'action.remark' }),
  }),
  'next-rung': z.strictObject({}),
  withdraw: z.strictObject({
    text: formField(z.string().max(2000).optional(), { control: 'long-text', texts: 'action.remark' }),
  }),
} as const;

/** The fields of a form with their labels, in the order in which they are asked. */
export function formFields(schema: z.ZodObject): [string, FormFieldMeta][] {
  return Object.entries(schema.shape).map(([name, field]) => [name, formFieldMeta(name, field as z.ZodType)]);
}

/** Words, files, or both: a photograph may say all there is to say. */
function wordsOrFiles(texts: FieldKey) {
  const shape = {
    text: formField(z.string().max(5000).optional(), { control: 'long-text', texts }),
    files: formField(files, { control: 'files', texts: 'action.citizenFiles' }),
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
