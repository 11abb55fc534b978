import type { Language } from '../../lib/locales.ts';
import type { Register } from '../../register/register.ts';
import type { Submission } from '../../schemas/cases/submission.ts';
import type { FieldProblems } from '../../schemas/cases/problems.ts';
import type { Attempt, Guard } from '../abuse/guard.ts';
import { pageTexts } from '../../texts/texts.ts';
import type { HoldLimit } from '../abuse/hold-limit.ts';
import { proofField } from '../abuse/proof-challenge.ts';
import { gatherFiles, noFiles } from '../files/form-files.ts';
import { dropHeldFiles, type HeldFile } from '../files/held-files.ts';
import { fileHashes } from '../store/stored-files.ts';
import { filesField } from '../files/take-files.ts';
import { checkForm, inFormOrder, kindOf, takesFiles } from './check-form.ts';
import { draftCase, type Receipts } from './draft-case.ts';
import { readValues, stepField, submissionKeyField, waitingKeyField, type FormValues } from '../forms/form-values.ts';
import type { PostedForm } from '../../web/posted-form.ts';
import { everyAddress, type Routing, type Usable } from '../routing/reach.ts';
import { routeCase } from '../routing/route-case.ts';
import { seal, sealingKey, type SealingKey } from '../case/seal.ts';
import { createSendKey, digestFiles, readSendKey, submissionHash, type Shown } from './send-key.ts';
import type { SubmissionWriter } from './writing/submission-writer.ts';
import type { Database } from '../../database/tables.ts';

/** The case is on the disk, and so are the mails that forward it. */
export interface Submitted {
  ok: true;
  reference: string;
  secret: string;
  /** The same submission had been taken in before; nothing new was made. */
  repeated: boolean;
}

/** Nothing was taken in. What was typed comes back: to be mended, or to be read through and sent. */
export interface Returned {
  ok: false;
  values: FormValues;
  /** Files that wait for an hour until the form is sent. */
  held: HeldFile[];
  /** By field, in the order of the form. */
  problems: FieldProblems;
  /** Nothing is wrong: this is what was understood. Sent again with this key it is taken in. */
  check?: Shown & { submissionKey: string };
  /** It has to wait; with a key where it can be worked for. */
  wait?: { until: Date; waitingKey?: string; sentence: string };
}

/** The store did not take it. Nothing was kept, and the same form can be sent again. */
export class NotSaved extends Error {
  readonly returned: Returned;

  constructor(returned: Returned, cause: unknown) {
    super((cause as Error).message, { cause });
    this.returned = returned;
  }
}

export interface IntakeContext {
  language: Language;
  clientAddress?: string | undefined;
}

export interface IntakeDependencies {
  db: Database;
  writer: SubmissionWriter;
  receipts: Receipts;
  register: () => Promise<Register>;
  secret: string;
  clock: () => Date;
  /** Slows down floods; without one everything is taken as it comes. */
  guard?: Guard | undefined;
  holdLimit?: HoldLimit | undefined;
  /** Which addresses may be used; every one where nothing is said. */
  usableIn?: ((register: Register) => Usable) | undefined;
}

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
  const values = readValues(form);
  const at = clock();
  const kind = kindOf(form);
  const { held, problem, lost } = takesFiles(kind) ? await gatherFiles(dependencies, form, context) : noFiles;
  const back: Returned = { ok: false, values, held, problems: {} };
  if (textOf(form, stepField) === 'change') return back;
  const { content: submission, problems } = checkForm({
    register,
    kind,
    values,
    form,
    files: held.length,
    now: at,
    language: context.language,
  });
  const routing = { register, usable: dependencies.usableIn?.(register) ?? everyAddress };
  const sealing = submission && sealingOf(routing, submission);
  const shown: Shown | undefined = submission && { submission, ...(sealing ? { sealedFor: sealing.name } : {}) };
  const typedKey = textOf(form, submissionKeyField);
  const key = shown && readSendKey(secret, typedKey, shown, at);
  if (key && (key.expired || lost)) {
    const earlier = await dependencies.writer.find(submissionHash(secret, typedKey));
    if (earlier) return { ok: true, ...earlier };
  }
  if (!submission || !shown || problem)
    return { ...back, problems: inFormOrder(kind, { ...problems, ...(problem ? { [filesField]: problem } : {}) }) };
  const hashes = fileHashes(held);
  if (!key || key.expired || key.files !== digestFiles(hashes)) {
    return { ...back, check: { ...shown, submissionKey: createSendKey(secret, { ...shown, fileHashes: hashes }, at) } };
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
    const saved = await underGuard(dependencies.guard, () =>
      dependencies.writer.save({ hash, at: at.toISOString(), draft }),
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

/** The guard learns from how long saving takes what the machine bears. */
async function underGuard<T>(guard: Guard | undefined, save: () => Promise<T>): Promise<T> {
  const ended = guard?.begin();
  try {
    return await save();
  } finally {
    ended?.();
  }
}

/** How long the sender has to wait, or undefined where the submission may come in. */
function admission(
  { guard, clock }: IntakeDependencies,
  form: PostedForm,
  about: Pick<Attempt, 'submission' | 'email'>,
  context: IntakeContext,
): Returned['wait'] {
  const verdict = guard?.admit({
    address: context.clientAddress,
    ...about,
    formKey: textOf(form, waitingKeyField),
    proof: textOf(form, proofField),
  });
  if (!verdict || verdict.ok) return undefined;
  const seconds = Math.max(1, Math.ceil((verdict.until.getTime() - clock().getTime()) / 1000));
  const texts = pageTexts('guard', context.language);
  return verdict.kind === 'wait'
    ? { until: verdict.until, waitingKey: verdict.formKey, sentence: texts.wait({ seconds }) }
    : { until: verdict.until, sentence: texts.later({ minutes: Math.ceil(seconds / 60) }) };
}

function textOf(form: PostedForm, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
