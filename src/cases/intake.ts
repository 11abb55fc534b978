import { createHmac, randomUUID } from 'node:crypto';
import type { Language } from '../lib/locales.ts';
import type { Register } from '../register/register.ts';
import type { FieldProblems } from '../schemas/cases/problems.ts';
import type { Attempt, Guard } from './abuse/guard.ts';
import { guardMessages } from './abuse/guard-messages.ts';
import { proofField } from './abuse/proof-challenge.ts';
import { fileHashes } from './attachments/stored-files.ts';
import { filesField, filesLost, takeFiles } from './attachments/take-files.ts';
import { checkForm, inFormOrder, kindOf, takesFiles } from './check-form.ts';
import { draftCase, type Content } from './draft-case.ts';
import { readValues, submissionKeyField, type FormValues } from './form-values.ts';
import type { PostedForm } from './posted-form.ts';
import { everyAddress, type Usable } from './reach.ts';
import { saveSubmission } from './store/submissions.ts';
import type { Database } from './store/tables.ts';

/** The case is on the disk, and so are the mails that forward it. */
export interface Submitted {
  ok: true;
  reference: string;
  secret: string;
  /** The same submission had been taken in before; nothing new was made. */
  repeated: boolean;
}

/** Nothing was kept. The form is shown again with what was typed. */
export interface Refused {
  ok: false;
  values: FormValues;
  /** By field, in the order of the form. */
  problems: FieldProblems;
  /** Nothing is wrong with it but that it has to wait; with a key where the form must come back with another. */
  wait?: { until: Date; formKey?: string };
}

export interface IntakeContext {
  language: Language;
  clientAddress?: string | undefined;
}

export interface IntakeDependencies {
  db: Database;
  register: () => Promise<Register>;
  secret: string;
  clock: () => Date;
  /** Slows down floods; without one everything is taken as it comes. */
  guard?: Guard | undefined;
  /** Which addresses may be used; every one where nothing is said. */
  usableIn?: ((register: Register) => Usable) | undefined;
}

/** Hidden field in which a script may tell for how many seconds the form was open. */
export const secondsOpenField = 'secondsOpen';

/** Words that come again from the same address within this time are the same submission: a double tap, a retry or a reload. */
const SAME_SUBMISSION_MS = 60 * 60 * 1000;

/**
 * Takes in a case of any kind; the form names it. When this returns `ok`, case, first event, files and outbox rows have been
 * committed in one transaction. Throws only where the store itself fails; nothing is kept then.
 */
export async function takeIn(dependencies: IntakeDependencies, form: PostedForm, context: IntakeContext): Promise<Submitted | Refused> {
  const { secret, db, clock } = dependencies;
  const { language } = context;
  const register = await dependencies.register();
  const values = readValues(form);
  const at = clock();
  const kind = kindOf(form);
  const taken = takesFiles(kind) ? await takeFiles(form, language) : { files: [] };
  const files = 'problem' in taken ? [] : taken.files;
  const { content: complaint, problems } = checkForm({ register, kind, values, form, files: files.length, now: at, language });
  const again: FieldProblems = 'problem' in taken ? { [filesField]: taken.problem } : files.length > 0 ? filesLost(form, language) : {};
  if (!complaint || 'problem' in taken) return { ok: false, values, problems: inFormOrder(kind, { ...problems, ...again }) };
  const content = { complaint, files };
  const identified = identifySubmission(secret, form, content, context.clientAddress);
  const wait = admission(dependencies, form, { submission: identified.hash, email: complaint.email }, context);
  if (wait) return { ok: false, values, problems: { ...again, [submissionKeyField]: wait.sentence }, wait };
  const draft = draftCase({ register, usable: dependencies.usableIn?.(register) ?? everyAddress }, content);
  const saved = await saveSubmission(db, secret, { ...identified, at: at.toISOString(), draft });
  return { ok: true, ...saved };
}

/** Gives how long the sender has to wait, or undefined where the submission may come in. */
function admission({ guard, clock }: IntakeDependencies, form: PostedForm, about: Pick<Attempt, 'submission' | 'email'>, context: IntakeContext) {
  const secondsOpen = Number.parseFloat(textOf(form, secondsOpenField));
  const verdict = guard?.admit({
    address: context.clientAddress,
    ...about,
    formKey: textOf(form, submissionKeyField),
    proof: textOf(form, proofField),
    openForMs: Number.isFinite(secondsOpen) ? secondsOpen * 1000 : undefined,
  });
  if (!verdict || verdict.ok) return undefined;
  const seconds = Math.max(1, Math.ceil((verdict.until.getTime() - clock().getTime()) / 1000));
  const texts = guardMessages(context.language);
  return verdict.kind === 'wait'
    ? { until: verdict.until, formKey: verdict.formKey, sentence: texts.wait(seconds) }
    : { until: verdict.until, sentence: texts.later(Math.ceil(seconds / 60)) };
}

function textOf(form: PostedForm, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/**
 * Gives the keyed hash by which the same submission is known again. A form made for one visitor carries a random
 * key. A prerendered form without JavaScript has none; then the sender's address stands in, because the words alone
 * would give the secret to anybody who has read the complaint and sends it again.
 */
function identifySubmission(secret: string, form: PostedForm, { complaint, files }: Content, clientAddress: string | undefined) {
  const key = submissionKeyOf(form);
  const sender = key ? `key:${key}` : clientAddress ? `address:${clientAddress}` : `once:${randomUUID()}`;
  const content = Object.entries(complaint).sort(([a], [b]) => (a < b ? -1 : 1));
  const hash = createHmac('sha256', secret)
    .update(`submission:${JSON.stringify([sender, content, ...fileHashes(files)])}`)
    .digest('hex');
  return { hash, sameForMs: key ? Infinity : SAME_SUBMISSION_MS };
}

/** Gives the key that a form came with, where it can be one. */
export function submissionKeyOf(form: PostedForm): string | undefined {
  const typed = textOf(form, submissionKeyField);
  return /^[\w-]{16,64}$/.test(typed) ? typed : undefined;
}
