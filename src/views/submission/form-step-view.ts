import type { FormValues } from '../../cases/forms/form-values.ts';
import type { Language } from '../../lib/locales.ts';
import type { CaseKind } from '../../schemas/cases/case.ts';
import type { FormFieldMeta, FormStep } from '../../schemas/cases/form-field.ts';
import { isAsked, kindFields, kindSteps } from '../../schemas/cases/kinds.ts';
import type { SubmissionField } from '../../schemas/cases/submission.ts';
import { pageTexts } from '../../texts/texts.ts';

/** One of the short pages of a form. */
export interface FormStepView {
  step: FormStep;
  /** Its place, from 1, among so many. */
  number: number;
  count: number;
  name: string;
  /** The step before, where there is one. */
  before?: FormStep;
  /** What it asks, after what was ticked on the pages before. */
  fields: [SubmissionField, FormFieldMeta][];
  /** What was typed on the other pages and travels in this one, as names and values of hidden fields. */
  carried: [string, string][];
}

/** A step of the form of a kind, with what was typed so far. `leaveOut`: fields that make no sense here. */
export function formStepView(
  kind: CaseKind,
  step: FormStep,
  values: Partial<FormValues>,
  { leaveOut, language }: { leaveOut: readonly SubmissionField[]; language: Language },
): FormStepView {
  const steps = kindSteps(kind);
  const place = steps.indexOf(step);
  const before = steps[place - 1];
  const fields = kindFields(kind).filter(([name]) => !leaveOut.includes(name));
  return {
    step,
    number: place + 1,
    count: steps.length,
    name: stepName(kind, step, language),
    ...(before ? { before } : {}),
    fields: fields.filter(([, meta]) => meta.step === step && isAsked(meta, values)),
    carried: hiddenValues(
      values,
      fields.filter(([, meta]) => meta.step && meta.step !== step),
    ),
  };
}

/** What a step is called where it does not stand alone with its question. */
export function stepName(kind: CaseKind, step: FormStep, language: Language): string {
  const fields = kindFields(kind).filter(([, meta]) => meta.step === step);
  const { names } = pageTexts('forms', language);
  if (step === 'what') return names.what;
  if (step === 'you') return fields.some(([, meta]) => meta.control === 'files') ? names.youAndFiles : names.you;
  return kind === 'information-request' ? names.request : names.details;
}

/** What was typed into fields, as names and values of hidden fields; several values of one field stand one by one. */
export function hiddenValues(
  values: Partial<FormValues>,
  fields: readonly [SubmissionField, FormFieldMeta][],
): [string, string][] {
  const typed: Partial<Record<string, string | string[]>> = values;
  return fields.flatMap(([name]) =>
    [typed[name] ?? []].flat().flatMap((value): [string, string][] => (value === '' ? [] : [[name, value]])),
  );
}
