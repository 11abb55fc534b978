import type { Language } from '../../lib/locales.ts';
import { dayIn } from '../../deadlines/working-days.ts';
import type { Register } from '../../register/register.ts';
import { isGivenHere } from '../../schemas/service.ts';
import { caseKind, type CaseKind } from '../../schemas/cases/case.ts';
import { submissionSchema, type Submission } from '../../schemas/cases/submission.ts';
import { kindFields, kindSchema } from '../../schemas/cases/kinds.ts';
import { fieldProblems, type FieldProblems } from '../../schemas/cases/problems.ts';
import { honeypotField, toInput, type FormValues } from '../forms/form-values.ts';
import { moneyOf } from '../../register/money-of.ts';
import { pageTexts } from '../../texts/texts.ts';
import type { PostedForm } from '../../web/posted-form.ts';

/**
 * The kind that a form is for. One that names none is for a complaint; one that does not exist is left to its
 * schema to refuse.
 */
export function kindOf(form: PostedForm): CaseKind {
  return kindNamed(form.get('kind'));
}

/** The same of its name as it was typed. */
export function kindNamed(name: unknown): CaseKind {
  return caseKind.options.find((kind) => kind === name) ?? 'complaint';
}

/** Problems in the order of the form's fields; those of no field come last. */
export function inFormOrder(kind: CaseKind, problems: FieldProblems): FieldProblems {
  const names: string[] = kindFields(kind).map(([name]) => name);
  const place = (name: string): number => (names.includes(name) ? names.indexOf(name) : names.length);
  return Object.fromEntries(Object.entries(problems).sort(([a], [b]) => place(a) - place(b)));
}

export interface FormToCheck {
  register: Register;
  kind: CaseKind;
  values: FormValues;
  form: PostedForm;
  /** How many files came with it. */
  files: number;
  now: Date;
  language: Language;
}

/**
 * Checks what was typed by the schema of its kind and by the register. Gives the content, or one sentence for each
 * problem.
 */
export function checkForm({ register, kind, values, form, files, now, language }: FormToCheck): {
  content?: Submission;
  problems: FieldProblems;
} {
  const agency = register.agencies.get(values.agency ?? '');
  const country = register.jurisdictions.get(agency?.data.jurisdiction ?? '')?.data;
  const today = dayIn(country?.timeZone ?? 'UTC', now);
  const schema = schemaOf(kind, today);
  const money = moneyOf(register, values.agency ?? '');
  // A field that this kind does not ask for is no reason to refuse what was written.
  const input = Object.fromEntries(
    Object.entries({ ...toInput(values, { money, today }), ...(files > 0 ? { files } : {}) }).filter(
      ([name]) => name in schema.shape,
    ),
  );
  const parsed = schema.safeParse(input, { reportInput: true });
  const issues = parsed.error?.issues ?? [];
  const unknown = (field: string) => ({ code: 'custom' as const, path: [field], message: 'unknown', input: undefined });
  if (values.agency && !agency) issues.push(unknown('agency'));
  if (
    agency &&
    values.service &&
    !agency.services.some((service) => service.id === values.service && isGivenHere(service))
  )
    issues.push(unknown('service'));
  const problems = fieldProblems(schema, issues, language);
  if (form.get(honeypotField)) problems[honeypotField] = pageTexts('case-mails', language).honeypot;
  return parsed.success && Object.keys(problems).length === 0
    ? { content: submissionSchema.parse(parsed.data), problems }
    : { problems };
}

const latest = new Map<CaseKind, { today: string; schema: ReturnType<typeof kindSchema> }>();

/** The schema of a kind on a day, kept while it is asked for. */
function schemaOf(kind: CaseKind, today: string): ReturnType<typeof kindSchema> {
  const kept = latest.get(kind);
  if (kept?.today === today) return kept.schema;
  const schema = kindSchema(kind, today);
  latest.set(kind, { today, schema });
  return schema;
}
