import { randomUUID } from 'node:crypto';
import type { FieldProblems } from '../schemas/cases/problems.ts';
import { filesLost } from './attachments/take-files.ts';
import type { Cases } from './cases.ts';
import { readValues, type FormValues } from './form-values.ts';
import { submissionKeyOf, type IntakeContext } from './intake.ts';
import type { PostedForm } from './posted-form.ts';
import { FILE_FORM_BYTES_MAX, readForm, refusalStatus } from './read-form.ts';
import type { CaseView } from './view.ts';

/** What came of a posted complaint. Whatever it is, nothing that was typed is lost where it could be read. */
export type PostOutcome =
  | { kind: 'saved'; view: CaseView; secret: string }
  | {
      kind: 'refused';
      /** 429: nothing is wrong with it, but it has to wait until `retryAt`. */
      status: 422 | 429;
      retryAt?: Date;
      /** Proof of work for the submission key makes the wait shorter. */
      provable?: true;
      values: FormValues;
      submissionKey: string;
      problems: FieldProblems;
    }
  /** The store failed. Nothing was kept; the same form can be sent again. */
  | { kind: 'failed'; status: 503; values: FormValues; submissionKey: string; problems: FieldProblems }
  /** 403: another site sent it. */
  | { kind: 'unreadable'; status: 403 | 413 | 415 };

/** Reads a posted complaint form and takes it in. Never throws; failures of the store are logged. */
export async function handlePost(
  cases: Pick<Cases, 'submitComplaint' | 'follow'>,
  request: Request,
  context: IntakeContext,
  log: (event: object) => void,
): Promise<PostOutcome> {
  if (request.headers.get('sec-fetch-site') === 'cross-site') return { kind: 'unreadable', status: 403 };
  const read = await readForm(request, FILE_FORM_BYTES_MAX);
  if ('refused' in read) return { kind: 'unreadable', status: refusalStatus[read.refused] };
  try {
    const result = await cases.submitComplaint(read.form, context);
    if (!result.ok) {
      const { values, problems, wait } = result;
      const submissionKey = wait?.formKey ?? formKeyOf(read.form);
      const waiting = wait ? { retryAt: wait.until, ...(wait.formKey ? { provable: true as const } : {}) } : {};
      return { kind: 'refused', status: wait ? 429 : 422, ...waiting, values, submissionKey, problems };
    }
    const view = await cases.follow(result.reference, result.secret);
    if (!view) throw new Error('a case that was just saved cannot be read');
    return { kind: 'saved', view, secret: result.secret };
  } catch (error) {
    log({ event: 'intake-failed', error: (error as Error).message });
    const problems = filesLost(read.form, context.language);
    return { kind: 'failed', status: 503, values: readValues(read.form), submissionKey: formKeyOf(read.form), problems };
  }
}

/** The form keeps the key it came with, so that a retry of the whole exchange stays one submission; without one it gets its own. */
function formKeyOf(form: PostedForm): string {
  return submissionKeyOf(form) ?? randomUUID();
}
