import type { CaseKind } from '../../schemas/cases/case.ts';
import { formSteps, type FormStep } from '../../schemas/cases/form-field.ts';
import { isAsked, kindFields, kindSteps } from '../../schemas/cases/kinds.ts';
import type { FieldProblems } from '../../schemas/cases/problems.ts';
import type { PostedForm } from '../../web/posted-form.ts';
import type { FormValues } from './form-values.ts';

/** Name of the buttons: a step to be shown as it was left, or `send` on the check page. */
export const stepField = 'step';
/** What such a button says on the check page where it is to be shown once more, and not to be sent. */
export const checkAgain = 'check';
/** Hidden in the form of a step: which one it is. A form that asks everything at once names none. */
export const postedStepField = 'posted';
/** Hidden in a step that was opened from the check page, to go back there. */
export const returnField = 'return';

/** Where somebody is among the short pages of a form, and where they want to go. */
export interface Walk {
  /** The step that was filled in; absent where everything was sent at once. */
  from?: FormStep;
  /** The step that is to be shown as it was left: nothing is checked on the way. */
  to?: FormStep;
  /** They came from the check page to change one thing, and go back there. */
  returns: boolean;
}

/** Reads where a posted form comes from and goes. */
export function readWalk(form: PostedForm): Walk {
  const from = stepNamed(form.get(postedStepField));
  // The check page had one button for this, and somebody may have it open still.
  const to = form.get(stepField) === 'change' ? formSteps[0] : stepNamed(form.get(stepField));
  return {
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    returns: (to !== undefined && from === undefined) || form.get(returnField) !== null,
  };
}

/**
 * The step that comes after the one that was filled in; undefined where everything is to be checked now. Whoever came
 * from the check page sees a further step only where a box that they ticked raised a question.
 */
export function nextStep(kind: CaseKind, { from, returns }: Walk, values: FormValues): FormStep | undefined {
  if (!from) return undefined;
  const later = kindSteps(kind).filter((step) => formSteps.indexOf(step) > formSteps.indexOf(from));
  if (!returns) return later[0];
  const typed: Partial<Record<string, string | string[]>> = values;
  return kindFields(kind)
    .filter(([name, meta]) => meta.after && isAsked(meta, typed) && !typed[name])
    .map(([, { step }]) => step)
    .find((step) => step && later.includes(step));
}

/**
 * What was typed, without the answers to questions that are no longer asked: whoever takes a box back after the
 * question behind it sends no answer to it.
 */
export function withoutUnasked(kind: CaseKind, values: FormValues): FormValues {
  const unasked = kindFields(kind).flatMap(([name, meta]): string[] => (isAsked(meta, values) ? [] : [name]));
  return Object.fromEntries(Object.entries(values).filter(([name]) => !unasked.includes(name))) as FormValues;
}

/** Those problems that a step shows: of its own fields, and of what is no field of any. */
export function problemsOf(kind: CaseKind, step: FormStep, problems: FieldProblems): FieldProblems {
  const steps = new Map<string, FormStep | undefined>(kindFields(kind).map(([name, meta]) => [name, meta.step]));
  return Object.fromEntries(Object.entries(problems).filter(([name]) => (steps.get(name) ?? step) === step));
}

/** The step that a form begins with. */
export function firstStep(kind: CaseKind): FormStep {
  return kindSteps(kind)[0] ?? formSteps[0];
}

/**
 * The first step on which something is to be mended. `from`: the step that was filled in, for what is wrong with no field
 * of any.
 */
export function stepToMend(kind: CaseKind, problems: FieldProblems, from: FormStep = firstStep(kind)): FormStep {
  const wrong = kindFields(kind).flatMap(([name, { step }]) => (step && name in problems ? [step] : []));
  return formSteps.find((step) => wrong.includes(step)) ?? from;
}

function stepNamed(value: unknown): FormStep | undefined {
  return formSteps.find((step) => step === value);
}
