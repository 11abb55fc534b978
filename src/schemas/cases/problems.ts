import type * as z from 'zod';
import type { Language } from '../../lib/locales.ts';
import { formFieldMeta, type ProblemKind } from './form-field.ts';

/** Sentences by field name: what is wrong and what to do. A field has at most one. */
export type FieldProblems = Record<string, string>;

const general: Record<Language, Record<ProblemKind, (label: string, limit: number) => string>> = {
  en: {
    missing: (label) => `“${label}” is empty. Fill it in.`,
    short: (label, limit) => `“${label}” is too short. Write at least ${limit} characters.`,
    long: (label, limit) => `“${label}” is too long. Shorten it to ${limit} characters.`,
    invalid: (label) => `“${label}” could not be read. Check it and write it again.`,
    letters: (label) =>
      `“${label}”: mail cannot carry these letters before the “@”. Give another address, or leave it empty.`,
    future: (label) => `“${label}” is in the future. Write a day up to today.`,
    order: (label) => `“${label}” comes before the day it began. Check both days.`,
  },
  sw: {
    missing: (label) => `“${label}” ni tupu. Tafadhali jaza.`,
    short: (label, limit) => `“${label}” ni fupi mno. Andika angalau herufi ${limit}.`,
    long: (label, limit) => `“${label}” ni ndefu mno. Ifupishe hadi herufi ${limit}.`,
    invalid: (label) => `“${label}” haikusomeka. Iangalie kisha uandike tena.`,
    letters: (label) =>
      `“${label}”: barua pepe haiwezi kubeba herufi hizi kabla ya “@”. Andika anwani nyingine, au acha wazi.`,
    future: (label) => `“${label}” ni siku ambayo haijafika. Andika siku hadi leo.`,
    order: (label) => `“${label}” iko kabla ya siku ilipoanza. Angalia siku zote mbili.`,
  },
};

/** Gives one sentence for each field that has a problem, in the order of the schema's fields. */
export function fieldProblems(schema: z.ZodObject, issues: z.core.$ZodIssue[], language: Language): FieldProblems {
  const problems: FieldProblems = {};
  for (const name of Object.keys(schema.shape)) {
    const issue = issues.find((candidate) => candidate.path[0] === name);
    if (issue) problems[name] = sentence(name, schema.shape[name] as z.ZodType, issue, language);
  }
  return problems;
}

function sentence(name: string, schema: z.ZodType, issue: z.core.$ZodIssue, language: Language): string {
  const { label, problems } = formFieldMeta(name, schema).texts[language];
  const kind = problemKind(issue);
  return problems?.[kind] ?? general[language][kind](label, limitOf(issue));
}

function problemKind(issue: z.core.$ZodIssue): ProblemKind {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'missing';
  if (issue.code === 'too_small' && issue.origin === 'string') return 'short';
  if (issue.code === 'too_big' && issue.origin === 'string') return 'long';
  // What no mail server takes that does not speak RFC 6531.
  if (issue.code === 'invalid_format' && issue.format === 'email' && /[^ -~][^@]*@/.test(String(issue.input)))
    return 'letters';
  return issue.code === 'custom' ? ((issue.params?.['problem'] as ProblemKind | undefined) ?? 'invalid') : 'invalid';
}

function limitOf(issue: z.core.$ZodIssue): number {
  if (issue.code === 'too_small') return Number(issue.minimum);
  if (issue.code === 'too_big') return Number(issue.maximum);
  return 0;
}
