import type { Language } from '../../lib/locales.ts';
import type { Register } from '../../register/register.ts';
import type { Submission } from '../../schemas/cases/submission.ts';
import type { FormStep } from '../../schemas/cases/form-field.ts';
import type { FieldProblems } from '../../schemas/cases/problems.ts';
import type { Attempt, Guard } from '../abuse/guard.ts';
import { pageTexts } from '../../texts/texts.ts';
import type { HoldLimit } from '../abuse/hold-limit.ts';
import { proofField } from '../abuse/proof-challenge.ts';
import { dropHeldFiles, type HeldFile } from '../files/held-files.ts';
import { fileHashes } from '../store/stored-files.ts';
import { filesField } from '../files/take-files.ts';
import { checkForm, inFormOrder, kindOf } from './check-form.ts';
import { draftCase, type Receipts } from './draft-case.ts';
import { filesOnTheWay } from './files-on-the-way.ts';
import { readValues, submissionKeyField, waitingKeyField, type FormValues } from '../forms/form-values.ts';
import { firstStep, nextStep, problemsOf, readWalk, stepToMend, withoutUnasked } from '../forms/form-walk.ts';
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
  /** The step of the form that is shown; what was typed on the others travels in it. */
  step: FormStep;
  /** The step was opened from the check page, and leads back there. */
  returns: boolean;
  /** Files that wait for an hour until the form is sent; empty on a step that neither shows nor takes any. */
  held: HeldFile[];
  /** What opens the files that wait, to travel in a step that does not show them. */
  tokens: string[];
  /** By field, in the order of the form: of the step that was filled in, or of all where all are checked. */
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
  const at = clock();
  const kind = kindOf(form);
  const walk = readWalk(form);
  const values = walk.from ? withoutUnasked(kind, readValues(form)) : readValues(form);
  const next = nextStep(kind, walk, values);
  const { held, tokens, problem, lost } = await filesOnTheWay(dependencies, form, context, {
    kind,
    steps: [walk.from, walk.to ?? next],
  });
  const refused: FieldProblems = problem ? { [filesField]: problem } : {};
  const { returns } = walk;
  const back: Returned = { ok: false, values, step: walk.from ?? firstStep(kind), returns, held, tokens, problems: {} };
  if (walk.to) return { ...back, step: problem ? stepToMend(kind, refused) : walk.to, problems: refused };
  const { content: submission, problems: found } = checkForm({
    register,
    kind,
    values,
    form,
    files: held.length,
    now: at,
    language: context.language,
  });
  const problems = inFormOrder(kind, { ...found, ...refused });
  if (walk.from && next) {
    const own = problemsOf(kind, walk.from, problems);
    return Object.keys(own).length > 0 ? { ...back, problems: own } : { ...back, step: next, problems: refused };
  }
  const routing = { register, usable: dependencies.usableIn?.(register) ?? everyAddress };
  const sealing = submission && sealingOf(routing, submission);
  const shown: Shown | undefined = submission && { submission, ...(sealing ? { sealedFor: sealing.name } : {}) };
  const typedKey = textOf(form, submissionKeyField);
  const key = shown && readSendKey(secret, typedKey, shown, at);
  if (key && (key.expired || lost)) {
    const earlier = await dependencies.writer.find(submissionHash(secret, typedKey));
    if (earlier) return { ok: true, ...earlier };
  }
  if (!submission || !shown || problem) return { ...back, step: stepToMend(kind, problems), problems };
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
