import type { Submission } from '../../schemas/cases/submission.ts';
import type { FieldProblems } from '../../schemas/cases/problems.ts';
import type { HeldFile } from '../files/held-files.ts';
import { readValues, type FormValues } from '../forms/form-values.ts';
import { NotSaved, type IntakeContext, type Returned, type Submitted } from './take-in.ts';
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

/** What came of a posted complaint. Whatever it is, nothing that was typed is lost where it could be read. */
export type PostOutcome =
  | { kind: 'saved'; view: CaseView; secret: string }
  /** It is saved, but cannot be shown just now. Its keys are all that the sender needs. */
  | { kind: 'saved-unseen'; status: 200; reference: string; secret: string }
  | CheckOutcome
  /** 422: something is to be mended. 200: the sender wants to change it. */
  | { kind: 'refused'; status: 200 | 422; values: FormValues; held: HeldFile[]; problems: FieldProblems }
  /** The store failed before anything could be checked. Nothing was kept; the same form can be sent again. */
  | { kind: 'failed'; status: 503; values: FormValues }
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
  try {
    const result = await intake.submit(read.form, context);
    if (!result.ok) return shownAgain(result);
    return await showSaved(intake, result, log);
  } catch (error) {
    log({ event: 'intake-failed', error: (error as Error).message });
    const again = error instanceof NotSaved ? shownAgain(error.returned) : undefined;
    return again?.kind === 'check'
      ? { ...again, status: statuses.failed }
      : { kind: 'failed', status: statuses.failed, values: readValues(read.form) };
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

function shownAgain({
  values,
  held,
  problems,
  check,
  wait,
}: Returned): Extract<PostOutcome, { kind: 'check' | 'refused' }> {
  if (check) {
    const status = statuses[wait ? 'later' : 'shown'];
    return { kind: 'check', status, values, held, ...check, ...(wait ? { wait } : {}) };
  }
  const status = statuses[Object.keys(problems).length > 0 ? 'refused' : 'shown'];
  return { kind: 'refused', status, values, held, problems };
}
