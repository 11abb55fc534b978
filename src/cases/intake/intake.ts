import { createReceipts } from './draft-case.ts';
import { createDraftReceipt } from './draft-receipt.ts';
import { handlePost, type PostOutcome } from './handle-post.ts';
import type { IntakeContext, IntakeDependencies } from './dependencies.ts';
import type { Returned, Submitted } from './returned.ts';
import { takeIn } from './take-in.ts';
import type { CaseView } from '../case/view.ts';
import type { PostedForm } from '../../web/posted-form.ts';
import { createSubmissionWriter } from './writing/submission-writer.ts';

/** Where submissions of every kind come in. */
export interface Intake {
  /** Takes in what the form on the portal's pages posts, or shows it to be checked first. Never throws. */
  receive(request: Request, context: IntakeContext): Promise<PostOutcome>;
  /**
   * Takes in a case of the kind that the form names, a complaint where it names none; or gives it back to be checked or
   * mended.
   */
  submit(form: PostedForm, context: IntakeContext): Promise<Submitted | Returned>;
}

type OwnDependencies = Omit<IntakeDependencies, 'writer' | 'receipts' | 'draftReceipt'> & {
  /** Where the portal is reached, as its receipts say; without it no receipts are given. */
  siteUrl?: string | undefined;
};

/** Makes what takes submissions into one database, without the pages around it. */
export function createSubmit(dependencies: OwnDependencies): Intake['submit'] {
  const { db, secret } = dependencies;
  const own = {
    ...dependencies,
    writer: createSubmissionWriter(db, secret),
    receipts: createReceipts(),
    draftReceipt: createDraftReceipt(dependencies.siteUrl),
  };
  return (form, context) => takeIn(own, form, context);
}

/** Makes the intake of one database. `acting` has mail sent soon after a case was saved, `follow` shows it. */
export function createIntake(
  dependencies: OwnDependencies & { log: (event: object) => void },
  acting: <T>(act: () => Promise<T>) => Promise<T>,
  follow: (reference: string, secret: string) => Promise<CaseView | undefined>,
): Intake {
  const takeInto = createSubmit(dependencies);
  const submit: Intake['submit'] = (form, context) => acting(() => takeInto(form, context));
  return {
    submit,
    receive: (request, context) => handlePost({ submit, follow }, request, context, dependencies.log),
  };
}
