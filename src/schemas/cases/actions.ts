import * as z from 'zod';
import type { CaseKind, CaseEnding } from './case.ts';
import { FILES_MAX } from './submission.ts';
import { formField, formFieldMeta, type FieldKey, type FormFieldMeta } from './form-field.ts';
import { outcomesOf } from './kinds.ts';
import type { InformationLaw } from '../information-law.ts';
import { amount, isoDate, slug } from '../primitives.ts';

/** An extension, once for each turn, adds so many days of the term's unit at most. */
const EXTENSION_DAYS_MAX = 10;

const WORDS_MIN = 5;
const text = z.string().min(WORDS_MIN).max(5000);
/** How many files came with it; the files themselves are kept apart. */
const files = z.number().int().min(1).max(FILES_MAX).optional();
const officerFiles = formField(files, { control: 'files', texts: 'action.officerFiles' });
const words = (texts: FieldKey) => formField(text, { control: 'long-text', texts });
const days = (max: number, texts: FieldKey) =>
  formField(z.coerce.number().int().min(1).max(max), { control: 'text', texts });

const officerForms = {
  'pass-on': z.strictObject({
    agency: formField(slug, { control: 'select', texts: 'action.handedTo' }),
    on: formField(isoDate, { control: 'date', texts: 'action.handedOn' }),
  }),
  acknowledge: z.strictObject({}),
  ask: z.strictObject({ text: words('action.question') }),
  answer: z.strictObject({ text: words('action.answer'), files: officerFiles }),
  extend: z.strictObject({ days: days(EXTENSION_DAYS_MAX, 'action.days'), text: words('action.ground') }),
  transfer: z.strictObject({
    agency: formField(slug, { control: 'select', texts: 'action.agency' }),
    text: words('action.reason'),
  }),
  'not-urgent': z.strictObject({ text: words('action.notUrgent') }),
  'ask-charge': z.strictObject({
    amount: formField(amount, { control: 'money', texts: 'action.amount' }),
    text: words('action.charge'),
  }),
  'charge-paid': z.strictObject({}),
  grant: z.strictObject({ text: words('action.granted'), files: officerFiles }),
  'grant-in-part': z.strictObject({
    text: words('action.granted'),
    withheld: words('action.withheld'),
    files: officerFiles,
  }),
  refuse: z.strictObject({ text: words('action.refused'), files: officerFiles }),
  'no-record': z.strictObject({ text: words('action.noRecord'), files: officerFiles }),
} as const;

type OfficerForm = keyof typeof officerForms | 'resolve';

/** What the forms of a request for information take from the law of its country. */
export type LawOfForms = Pick<InformationLaw, 'extension' | 'exemptions'>;

/**
 * What an officer fills in for an action. How a case can be closed depends on its kind. On a request for information
 * whose law is given, more time is taken on one of the law's grounds and up to its cap, and a refusal names its sections.
 */
export function officerForm(action: OfficerForm, kind: CaseKind, law?: LawOfForms): z.ZodObject {
  if (action === 'resolve') return resolveForm(kind);
  if (action === 'extend' && law?.extension) return extensionByLaw(law.extension);
  if ((action === 'refuse' || action === 'grant-in-part') && law && law.exemptions.length > 0)
    return citing(officerForms[action], law.exemptions);
  return officerForms[action];
}

/** The sections come first: what is written after them tells why they apply. */
function citing(form: z.ZodObject, exemptions: LawOfForms['exemptions']): z.ZodObject {
  const sections = z.array(z.enum(exemptions.map(({ section }) => section))).min(1);
  return z.strictObject({
    sections: formField(sections, { control: 'checkboxes', texts: 'action.sections' }),
    ...form.shape,
  });
}

function extensionByLaw({ limit, grounds }: NonNullable<LawOfForms['extension']>): z.ZodObject {
  return z.strictObject({
    days: days(limit?.max ?? 0, 'action.daysByLaw'),
    ...(grounds.length > 0
      ? {
          ground: formField(z.enum(grounds), { control: 'radios', texts: 'action.lawGround' }),
        }
      : {}),
    text: words('action.ground'),
  });
}

function resolveForm(kind: CaseKind): z.ZodObject {
  return z.strictObject({
    outcome: outcomeField(outcomesOf[kind]),
    text: words('action.done'),
    files: officerFiles,
  });
}

/** Where a kind can be closed in one way only, nothing is asked. */
function outcomeField(outcomes: readonly [CaseEnding, ...CaseEnding[]]): z.ZodType {
  const named = { texts: 'action.outcome', outcomes } as const;
  const [first, ...others] = outcomes;
  return others.length === 0
    ? formField(z.literal(first).default(first), { control: 'hidden', ...named })
    : formField(z.enum([first, ...others]), { control: 'radios', ...named });
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
  'allow-publication': z.strictObject({}),
  'end-publication': z.strictObject({}),
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
    const typed = value.text;
    if (value.files || (typed && typed.length >= WORDS_MIN)) return;
    const place = { path: ['text'], input: typed };
    issues.push(
      typed
        ? { code: 'too_small', origin: 'string', minimum: WORDS_MIN, ...place }
        : { code: 'invalid_type', expected: 'string', ...place },
    );
  });
}
