import type { Submission } from '../../schemas/cases/submission.ts';
import { seal, sealingKey, type SealingKey } from '../case/seal.ts';
import { dropHeldFiles } from '../files/held-files.ts';
import { submissionKeyField, textIn } from '../forms/form-values.ts';
import { checkAgain, stepField } from '../forms/form-walk.ts';
import { everyAddress, type Routing } from '../routing/reach.ts';
import { routeCase } from '../routing/route-case.ts';
import { fileHashes } from '../store/stored-files.ts';
import type { PostedForm } from '../../web/posted-form.ts';
import { admission, underGuard } from './admission.ts';
import type { IntakeContext, IntakeDependencies } from './dependencies.ts';
import { draftCase } from './draft-case.ts';
import { NotSaved, type Returned, type Submitted } from './returned.ts';
import { createSendKey, digestFiles, readSendKey, submissionHash, type Shown } from './send-key.ts';
import { walkForm } from './walk-form.ts';

/**
 * Takes in a case of any kind; the form names it. What comes without a key of this server, or with one that was given
 * out for other words or files, or that said otherwise for whom it is encrypted, is only checked: it comes back as it
 * was understood, with a key of its own. When this returns `ok`, case, first event, files and outbox rows have been
 * committed in one transaction. The same key again gives the same reference and secret; the same words without it never
 * do. Throws only where the store itself fails; nothing is kept then.
 */
export async function takeIn(
  dependencies: IntakeDependencies,
  form: PostedForm,
  context: IntakeContext,
): Promise<Submitted | Returned> {
  const { secret, db, clock } = dependencies;
  const register = await dependencies.register();
  const at = clock();
  const walked = await walkForm(dependencies, { register, form, at, context });
  if ('returned' in walked) return walked.returned;
  const { back, submission, lost } = walked;
  const { held } = back;
  const routing = { register, usable: dependencies.usableIn?.(register) ?? everyAddress };
  const sealing = submission && sealingOf(routing, submission);
  const shown: Shown | undefined = submission && { submission, ...(sealing ? { sealedFor: sealing.name } : {}) };
  const typedKey = textIn(form, submissionKeyField);
  /** It is to be shown, not sent: with the key that it has, or one case would become two. */
  const looksAgain = textIn(form, stepField) === checkAgain;
  const key = shown && readSendKey(secret, typedKey, shown, at);
  // What was sent holds no files any more, so a check page that is shown again after that comes without them.
  const hasLost = lost || (held.length === 0 && key?.files !== digestFiles([]));
  if (key && (key.expired || hasLost)) {
    const earlier = await dependencies.writer.find(submissionHash(secret, typedKey));
    if (earlier && looksAgain) return { ...back, problems: {}, check: { ...shown, submissionKey: typedKey } };
    if (earlier) return { ok: true, ...earlier };
  }
  if (!submission || !shown || walked.isRefused) return back;
  const hashes = fileHashes(held);
  const isGood = key && !key.expired && key.files === digestFiles(hashes);
  if (!isGood || looksAgain) {
    const submissionKey = isGood ? typedKey : createSendKey(secret, { ...shown, fileHashes: hashes }, at);
    return { ...back, check: { ...shown, submissionKey } };
  }
  const hash = submissionHash(secret, typedKey);
  const checked: Returned = { ...back, check: { ...shown, submissionKey: typedKey } };
  const wait = admission(dependencies, form, { submission: hash, email: submission.email }, context);
  if (wait) return { ...checked, wait };
  try {
    const content = { submission, files: held };
    const draft = draftCase(
      dependencies.receipts,
      routing,
      sealing ? await seal(routing.register, content, sealing) : content,
    );
    const receipt = dependencies.draftReceipt(routing, submission, { received: draft.received, at });
    await dependencies.closeDays?.();
    const saved = await underGuard(dependencies.guard, () =>
      dependencies.writer.save({ hash, at: at.toISOString(), draft: { ...draft, ...(receipt ? { receipt } : {}) } }),
    );
    // Where this fails they are forgotten when their hour is over; the case is saved all the same.
    await dropHeldFiles(
      db,
      held.map(({ token }) => token),
    ).catch(() => undefined);
    return { ok: true, ...saved };
  } catch (cause) {
    throw new NotSaved(checked, cause);
  }
}

/** A report whose receiver has published a key is encrypted before anything of it is stored. */
function sealingOf({ register, usable }: Routing, { kind, agency, service }: Submission): SealingKey | undefined {
  return kind === 'misconduct'
    ? sealingKey(register, kind, routeCase(register, kind, agency, service, { usable }).receiver)
    : undefined;
}
