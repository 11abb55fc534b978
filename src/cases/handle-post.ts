import { randomUUID } from 'node:crypto';
import type { FieldProblems } from '../schemas/cases/problems.ts';
import type { Cases } from './cases.ts';
import { readValues, submissionKeyField, type FormValues } from './form-values.ts';
import type { IntakeContext } from './intake.ts';
import { readForm } from './read-form.ts';
import type { CaseView } from './view.ts';

/** What came of a posted complaint. Whatever it is, nothing that was typed is lost where it could be read. */
export type PostOutcome =
  | { kind: 'saved'; view: CaseView; secret: string }
  | { kind: 'refused'; status: 422; values: FormValues; submissionKey: string; problems: FieldProblems }
  /** The store failed. Nothing was kept; the same form can be sent again. */
  | { kind: 'failed'; status: 503; values: FormValues; submissionKey: string }
  | { kind: 'unreadable'; status: 413 | 415 };

/** Reads a posted complaint form and takes it in. Never throws; failures of the store are logged. */
export async function handlePost(
  cases: Pick<Cases, 'submitComplaint' | 'follow'>,
  request: Request,
  context: IntakeContext,
  log: (event: object) => void,
): Promise<PostOutcome> {
  const read = await readForm(request);
  if ('refused' in read) return { kind: 'unreadable', status: read.refused === 'too-large' ? 413 : 415 };
  try {
    const result = await cases.submitComplaint(read.form, context);
    if (!result.ok)
      return { kind: 'refused', status: 422, values: result.values, submissionKey: submissionKeyOf(read.form), problems: result.problems };
    const view = await cases.follow(result.reference, result.secret);
    if (!view) throw new Error('a case that was just saved cannot be read');
    return { kind: 'saved', view, secret: result.secret };
  } catch (error) {
    log({ event: 'intake-failed', error: (error as Error).message });
    return { kind: 'failed', status: 503, values: readValues(read.form), submissionKey: submissionKeyOf(read.form) };
  }
}

/** The form keeps the key it came with, so that a retry of the whole exchange stays one submission; without one it gets its own. */
function submissionKeyOf(form: FormData): string {
  const key = form.get(submissionKeyField);
  return typeof key === 'string' && key ? key : randomUUID();
}
