import * as z from 'zod';
import { actionTexts } from './action-texts.ts';
import { outcome } from './case.ts';
import { formField, formFieldMeta, type FormFieldMeta } from './form-field.ts';
import { slug } from '../primitives.ts';

const text = z.string().min(5).max(5000);

/** What an officer fills in for each action. */
export const officerForms = {
  acknowledge: z.strictObject({}),
  ask: z.strictObject({ text: formField(text, { control: 'long-text', ...actionTexts.question }) }),
  answer: z.strictObject({ text: formField(text, { control: 'long-text', ...actionTexts.answer }) }),
  extend: z.strictObject({
    days: formField(z.coerce.number().int().min(1).max(10), { control: 'text', ...actionTexts.days }),
    text: formField(text, { control: 'long-text', ...actionTexts.ground }),
  }),
  transfer: z.strictObject({
    agency: formField(slug, { control: 'select', ...actionTexts.agency }),
    text: formField(text, { control: 'long-text', ...actionTexts.reason }),
  }),
  resolve: z.strictObject({
    outcome: formField(outcome, { control: 'radios', ...actionTexts.outcome }),
    text: formField(text, { control: 'long-text', ...actionTexts.done }),
  }),
} as const;

/** What a citizen fills in for each action. */
export const citizenForms = {
  message: z.strictObject({ text: formField(text, { control: 'long-text', ...actionTexts.message }) }),
  reopen: z.strictObject({ text: formField(text, { control: 'long-text', ...actionTexts.stillWrong }) }),
  rate: z.strictObject({
    score: formField(z.coerce.number().int().min(1).max(5), { control: 'radios', ...actionTexts.score }),
    text: formField(z.string().max(2000).optional(), { control: 'long-text', ...actionTexts.remark }),
  }),
  'next-rung': z.strictObject({}),
  withdraw: z.strictObject({ text: formField(z.string().max(2000).optional(), { control: 'long-text', ...actionTexts.remark }) }),
} as const;

/** Gives the fields of a form with their labels, in the order in which they are asked. */
export function formFields(schema: z.ZodObject): [string, FormFieldMeta][] {
  return Object.entries(schema.shape).map(([name, field]) => [name, formFieldMeta(name, field as z.ZodType)]);
}
