import { createReceipts } from './draft-case.ts';
import { createDraftReceipt } from './draft-receipt.ts';
import { createFormTravel, type FormTravel } from './form-travel.ts';
import { answerForm, handlePost, type PostOutcome } from './handle-post.ts';
import type { IntakeContext, IntakeDependencies } from './dependencies.ts';
import type { Returned, Submitted } from './returned.ts';
import { takeIn } from './take-in.ts';
import type { CaseView } from '../case/view.ts';
import type { PostedForm } from '../../web/posted-form.ts';
import { statuses } from '../../web/statuses.ts';
import { createSubmissionWriter } from './writing/submission-writer.ts';

/** Where submissions of every kind come in. */
export interface Intake {
  /** Takes in what the form on the portal's pages posts, or shows it to be checked first. Never throws. */
  receive(request: Request, context: IntakeContext): Promise<PostOutcome>;
  /** What gives the steps of a form addresses. */
  travel: FormTravel;
  /** Shows the step of a form that an address names, from what the browser holds. Undefined where it holds none. Never throws. */
  show(request: Request, context: IntakeContext): Promise<PostOutcome | undefined>;
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
  const travel = createFormTravel(dependencies);
  const submit: Intake['submit'] = (form, context) => acting(() => takeInto(form, context));
  return {
    submit,
    receive: (request, context) => handlePost({ submit, follow }, request, context, dependencies.log),
    travel,
    async show(request, context) {
      const found = travel.found(request);
      if (!found) return undefined;
      const answer = (form: PostedForm): Promise<PostOutcome> =>
        answerForm({ submit, follow }, form, context, dependencies.log);
      // What was wrong may have been mended since, on the same step further on.
      const told = found.asTold && (await answer(found.asTold));
      return told && told.kind !== 'saved' && told.status !== statuses.shown ? told : answer(found.asLeft);
    },
  };
}
