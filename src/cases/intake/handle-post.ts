import type { Submission } from '../../schemas/cases/submission.ts';
import type { HeldFile } from '../files/held-files.ts';
import { readValues, type FormValues } from '../forms/form-values.ts';
import { firstStep, problemsOf, readWalk } from '../forms/form-walk.ts';
import { tokensOf } from '../files/form-files.ts';
import { kindNamed, kindOf } from './check-form.ts';
import type { IntakeContext } from './dependencies.ts';
import { NotSaved, type Returned, type Submitted } from './returned.ts';
import type { PostedForm } from '../../web/posted-form.ts';
import { formWithFiles } from '../files/form-limit.ts';
import { readForm } from '../../web/read-form.ts';
import { statuses } from '../../web/statuses.ts';
import type { CaseView } from '../case/view.ts';

/** What is shown to be read through before it is sent. */
export interface CheckOutcome {
  kind: 'check';
  /**
   * 429: it has to wait until `wait.until`. 503: the store failed; nothing was kept, and the same can be sent again.
   */
  status: 200 | 429 | 503;
  submission: Submission;
  /** The body that it will be encrypted for. */
  sealedFor?: string | undefined;
  values: FormValues;
  held: HeldFile[];
  submissionKey: string;
  wait?: NonNullable<Returned['wait']>;
}

/** A step of the form, with what was typed so far and what is wrong on it. */
export type Step = Pick<Returned, 'values' | 'step' | 'returns' | 'held' | 'tokens' | 'problems'>;

/** What came of a posted complaint. Whatever it is, nothing that was typed is lost where it could be read. */
export type PostOutcome =
  | { kind: 'saved'; view: CaseView; secret: string }
  /** It is saved, but cannot be shown just now. Its keys are all that the sender needs. */
  | { kind: 'saved-unseen'; status: 200; reference: string; secret: string }
  | CheckOutcome
  /** 422: something is to be mended. 200: the next step, or one that the sender wants to see again. */
  | (Step & { kind: 'form'; status: 200 | 422 })
  /** The store failed before anything could be checked. Nothing was kept; the same form can be sent again. */
  | (Step & { kind: 'failed'; status: 503 })
  /** 403: another site sent it. */
  | { kind: 'unreadable'; status: 403 | 413 | 415 };

/** What takes a case in, and shows it afterwards. */
export interface TakingIn {
  submit(form: PostedForm, context: IntakeContext): Promise<Submitted | Returned>;
  follow(reference: string, secret: string): Promise<CaseView | undefined>;
}

/**
 * Reads a posted complaint form and takes it in, or shows it to be checked. Never throws; failures of the store are
 * logged.
 */
export async function handlePost(
  intake: TakingIn,
  request: Request,
  context: IntakeContext,
  log: (event: object) => void,
): Promise<PostOutcome> {
  if (request.headers.get('sec-fetch-site') === 'cross-site')
    return { kind: 'unreadable', status: statuses['other-site'] };
  const read = await readForm(request, formWithFiles);
  if ('refused' in read) return { kind: 'unreadable', status: statuses[read.refused] };
  return answerForm(intake, read.form, context, log);
}

/** The same with a form that was read. */
export async function answerForm(
  intake: TakingIn,
  form: PostedForm,
  context: IntakeContext,
  log: (event: object) => void,
): Promise<PostOutcome> {
  try {
    const result = await intake.submit(form, context);
    if (!result.ok) return shownAgain(result);
    return await showSaved(intake, result, log);
  } catch (error) {
    log({ event: 'intake-failed', error: (error as Error).message });
    const again = error instanceof NotSaved ? shownAgain(error.returned) : undefined;
    return again?.kind === 'check'
      ? { ...again, status: statuses.failed }
      : { kind: 'failed', status: statuses.failed, ...asPosted(form) };
  }
}

/** From here on nothing may say that nothing was kept, whatever fails. */
async function showSaved(
  { follow }: Pick<TakingIn, 'follow'>,
  { reference, secret }: Submitted,
  log: (event: object) => void,
): Promise<PostOutcome> {
  try {
    const view = await follow(reference, secret);
    if (view) return { kind: 'saved', view, secret };
    log({ event: 'saved-case-unreadable' });
  } catch (error) {
    log({ event: 'saved-case-unreadable', error: (error as Error).message });
  }
  return { kind: 'saved-unseen', status: statuses['saved-unseen'], reference, secret };
}

function shownAgain({ check, wait, ...step }: Returned): Extract<PostOutcome, { kind: 'check' | 'form' }> {
  const { values, held } = step;
  if (check) {
    const status = statuses[wait ? 'later' : 'shown'];
    return { kind: 'check', status, values, held, ...check, ...(wait ? { wait } : {}) };
  }
  const problems = problemsOf(kindNamed(values.kind), step.step, step.problems);
  const status = statuses[Object.keys(problems).length > 0 ? 'refused' : 'shown'];
  return { kind: 'form', status, values, step: step.step, returns: step.returns, held, tokens: step.tokens, problems };
}

/** The step that was sent, with nothing found wrong: the store failed before it could be checked. */
function asPosted(form: PostedForm): Step {
  const { from, to, returns } = readWalk(form);
  const step = from ?? to ?? firstStep(kindOf(form));
  return { values: readValues(form), step, returns, held: [], tokens: tokensOf(form), problems: {} };
}
