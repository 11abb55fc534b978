import type * as z from 'zod';
import type { Language } from '../../lib/locales.ts';
import { pageTexts } from '../../texts/texts.ts';
import { fieldTexts, formFieldMeta, type ProblemKind } from './form-field.ts';

/** Sentences by field name: what is wrong and what to do. A field has at most one. */
export type FieldProblems = Record<string, string>;

/** One sentence for each field that has a problem, in the order of the schema's fields. */
export function fieldProblems(schema: z.ZodObject, issues: z.core.$ZodIssue[], language: Language): FieldProblems {
  const problems: FieldProblems = {};
  for (const name of Object.keys(schema.shape)) {
    const issue = issues.find((candidate) => candidate.path[0] === name);
    if (issue) problems[name] = sentence(name, schema.shape[name] as z.ZodType, issue, language);
  }
  return problems;
}

function sentence(name: string, schema: z.ZodType, issue: z.core.$ZodIssue, language: Language): string {
  const { label, problems } = fieldTexts(formFieldMeta(name, schema), language);
  const kind = problemKind(issue);
  return problems?.[kind] ?? pageTexts('fields', language).problems[kind]({ label, limit: limitOf(issue) });
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
