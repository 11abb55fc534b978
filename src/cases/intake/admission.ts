import type { Attempt, Guard } from '../abuse/guard.ts';
import { proofField } from '../abuse/proof-challenge.ts';
import { textIn, waitingKeyField } from '../forms/form-values.ts';
import { pageTexts } from '../../texts/texts.ts';
import type { PostedForm } from '../../web/posted-form.ts';
import type { IntakeContext, IntakeDependencies } from './dependencies.ts';
import type { Returned } from './returned.ts';

/** How long the sender has to wait, or undefined where the submission may come in. */
export function admission(
  { guard, clock }: IntakeDependencies,
  form: PostedForm,
  about: Pick<Attempt, 'submission' | 'email'>,
  context: IntakeContext,
): Returned['wait'] {
  const verdict = guard?.admit({
    address: context.clientAddress,
    ...about,
    formKey: textIn(form, waitingKeyField),
    proof: textIn(form, proofField),
  });
  if (!verdict || verdict.ok) return undefined;
  const seconds = Math.max(1, Math.ceil((verdict.until.getTime() - clock().getTime()) / 1000));
  const texts = pageTexts('guard', context.language);
  return verdict.kind === 'wait'
    ? { until: verdict.until, waitingKey: verdict.formKey, sentence: texts.wait({ seconds }) }
    : { until: verdict.until, sentence: texts.later({ minutes: Math.ceil(seconds / 60) }) };
}

/** The guard learns from how long saving takes what the machine bears. */
export async function underGuard<T>(guard: Guard | undefined, save: () => Promise<T>): Promise<T> {
  const ended = guard?.begin();
  try {
    return await save();
  } finally {
    ended?.();
  }
}
