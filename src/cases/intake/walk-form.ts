import type { Register } from '../../register/register.ts';
import type { FieldProblems } from '../../schemas/cases/problems.ts';
import type { Submission } from '../../schemas/cases/submission.ts';
import type { PostedForm } from '../../web/posted-form.ts';
import type { FormFilesDependencies } from '../files/form-files.ts';
import { filesField } from '../files/take-files.ts';
import { readValues } from '../forms/form-values.ts';
import { firstStep, nextStep, problemsOf, readWalk, stepToMend, withoutUnasked } from '../forms/form-walk.ts';
import { checkForm, inFormOrder, kindOf } from './check-form.ts';
import type { IntakeContext } from './dependencies.ts';
import { filesOnTheWay } from './files-on-the-way.ts';
import type { Returned } from './returned.ts';

/** A step that is shown next, or a form whose every step has been checked. */
export type Walked = { returned: Returned } | Finished;

interface Finished {
  /** What comes back where it is not taken in: with its problems, where it has any. */
  back: Returned;
  /** What was understood; absent where a field is wrong. */
  submission?: Submission | undefined;
  /** Something of it cannot be taken, be it a field or a file. */
  isRefused: boolean;
  /** Files that were held for it are gone. */
  lost: boolean;
}

/**
 * Leads a posted form on: back to a step as it was left, on to the next one where the one that was filled in is right, or
 * to its end, where everything is checked. What came from the steps before counts for no more than what was typed just
 * now. `at` is the moment at which it was sent.
 */
export async function walkForm(
  dependencies: FormFilesDependencies,
  { register, form, at, context }: { register: Register; form: PostedForm; at: Date; context: IntakeContext },
): Promise<Walked> {
  const kind = kindOf(form);
  const walk = readWalk(form);
  const values = walk.from ? withoutUnasked(kind, readValues(form)) : readValues(form);
  const next = nextStep(kind, walk, values);
  const steps = { from: walk.from, to: walk.to ?? next };
  const { held, tokens, problem, lost } = await filesOnTheWay(dependencies, form, context, { kind, ...steps });
  const refused: FieldProblems = problem ? { [filesField]: problem } : {};
  const { returns } = walk;
  const back: Returned = { ok: false, values, step: walk.from ?? firstStep(kind), returns, held, tokens, problems: {} };
  if (walk.to) return { returned: { ...back, step: problem ? stepToMend(kind, refused) : walk.to, problems: refused } };
  const { language } = context;
  const checked = checkForm({ register, kind, values, form, files: held.length, now: at, language });
  const problems = inFormOrder(kind, { ...checked.problems, ...refused });
  if (walk.from && next) {
    const own = problemsOf(kind, walk.from, problems);
    const isRight = Object.keys(own).length === 0;
    return { returned: isRight ? { ...back, step: next, problems: refused } : { ...back, problems: own } };
  }
  const isRefused = !checked.content || problem !== undefined;
  const mended = isRefused ? { step: stepToMend(kind, problems, walk.from), problems } : {};
  return { back: { ...back, ...mended }, submission: checked.content, isRefused, lost };
}
