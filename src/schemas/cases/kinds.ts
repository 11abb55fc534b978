import * as z from 'zod';
import type { CaseKind, CaseEnding } from './case.ts';
import { caseShape, complaintSchema, withOrder, type SubmissionField } from './submission.ts';
import { formField, formFieldMeta, formSteps, type FormFieldMeta, type FormStep } from './form-field.ts';
import { kindTexts } from './kind-texts.ts';

const about: SubmissionField[] = ['kind', 'agency', 'service'];
const citizen: SubmissionField[] = ['language', 'email', 'name', 'phone', 'shareIdentity'];

/**
 * Which fields each kind asks for, in order, and how long its main text has to be. A complaint has a schema of its own.
 */
const asked: Record<
  Exclude<CaseKind, 'complaint'>,
  { fields: SubmissionField[]; last?: SubmissionField[]; shortest: number }
> = {
  compliment: { fields: ['details', 'happenedOn', 'where', 'officer'], shortest: 10 },
  suggestion: { fields: ['details'], shortest: 10 },
  question: { fields: ['details'], shortest: 10 },
  misconduct: {
    fields: ['details', 'moneyAsked', 'amountAsked', 'happenedOn', 'happenedUntil', 'where', 'officer', 'files'],
    shortest: 20,
  },
  'wrong-content': { fields: ['details', 'where', 'wanted'], shortest: 10 },
  'information-request': {
    fields: ['details', 'period', 'access', 'urgent', 'takenDown'],
    last: ['publish'],
    shortest: 10,
  },
};

const mended = ['remedied', 'partly-remedied', 'not-upheld'] as const;

/** What an officer may say came of each kind, in the order in which it is offered. */
export const outcomesOf: Record<CaseKind, readonly [CaseEnding, ...CaseEnding[]]> = {
  complaint: mended,
  compliment: ['noted'],
  suggestion: ['taken-up', 'noted'],
  question: ['answered'],
  misconduct: mended,
  'wrong-content': mended,
  'information-request': ['given', 'given-in-part', 'refused', 'no-record'],
};

/**
 * The schema of a kind, from which its form, its problems, its mail, its page and its export derive. `today` as
 * in `complaintSchema`.
 */
export function kindSchema(kind: CaseKind, today?: string): z.ZodObject {
  if (kind === 'complaint') return complaintSchema(today);
  const { fields, last = [], shortest } = asked[kind];
  const { shape } = caseShape(z.literal(kind), today, shortest);
  const own = kindTexts[kind];
  const chosen = [...about, ...fields, ...citizen, ...last].map((name): [string, z.ZodType] => {
    const texts = own[name];
    return [name, texts ? formField(shape[name], { ...formFieldMeta(name, shape[name]), texts }) : shape[name]];
  });
  return withOrder(z.strictObject(Object.fromEntries(chosen)));
}

const fieldsByKind = new Map<CaseKind, [SubmissionField, FormFieldMeta][]>();

/** The fields of a kind with their labels, in the order in which they are asked. */
export function kindFields(kind: CaseKind): [SubmissionField, FormFieldMeta][] {
  let fields = fieldsByKind.get(kind);
  if (!fields) {
    fields = Object.entries(kindSchema(kind).shape).map(([name, schema]) => [
      name as SubmissionField,
      formFieldMeta(name, schema as z.ZodType),
    ]);
    fieldsByKind.set(kind, fields);
  }
  return fields;
}

/** The short pages on which a kind is written: those that have something to ask. */
export function kindSteps(kind: CaseKind): FormStep[] {
  const asking = new Set(kindFields(kind).map(([, { step }]) => step));
  return formSteps.filter((step) => asking.has(step));
}

/** Tells whether a field is asked, after what was ticked: some wait for a box of a page before. `typed` is what was typed, by field. */
export function isAsked({ after }: FormFieldMeta, typed: Partial<Record<string, string | string[]>>): boolean {
  return !after || after.some(({ field, value }) => [typed[field]].flat().includes(value));
}
