import type { CaseKind } from '../../schemas/cases/case.ts';
import type { FormStep } from '../../schemas/cases/form-field.ts';
import { kindFields } from '../../schemas/cases/kinds.ts';
import type { PostedForm } from '../../web/posted-form.ts';
import { gatherFiles, noFiles, tokensOf, type FormFiles, type FormFilesDependencies } from '../files/form-files.ts';
import type { IntakeContext } from './dependencies.ts';

/**
 * The files of a form on its way through the steps. They are opened where the step that was filled in or the one that
 * comes takes files, and where all is checked; between other steps only their tokens travel. `from` and `to` are
 * undefined where there is none.
 */
export async function filesOnTheWay(
  dependencies: FormFilesDependencies,
  form: PostedForm,
  context: IntakeContext,
  { kind, from, to }: { kind: CaseKind; from: FormStep | undefined; to: FormStep | undefined },
): Promise<FormFiles & { tokens: string[] }> {
  const takes = kindFields(kind).find(([, meta]) => meta.control === 'files')?.[1].step;
  if (!takes) return { ...noFiles, tokens: [] };
  if (to && from !== takes && to !== takes) return { ...noFiles, tokens: tokensOf(form) };
  const gathered = await gatherFiles(dependencies, form, context);
  // Of files that are gone their tokens stay, so that the step that takes files can tell.
  return { ...gathered, tokens: gathered.lost ? tokensOf(form) : gathered.held.map(({ token }) => token) };
}
