import { createHmac, randomUUID } from 'node:crypto';
import type { Language } from '../lib/locales.ts';
import type { Register } from '../register/register.ts';
import { complaintSchema, splitIdentity, type Complaint } from '../schemas/cases/complaint.ts';
import { fieldProblems, type FieldProblems } from '../schemas/cases/problems.ts';
import type { CaseEvent } from '../schemas/cases/event.ts';
import type { Guard } from './abuse/guard.ts';
import { guardMessages } from './abuse/guard-messages.ts';
import { attachmentMessages } from './attachments/attachment-messages.ts';
import { attachmentRows, fileHashes } from './attachments/stored-files.ts';
import { filesField, takeFiles, type Attachment } from './attachments/take-files.ts';
import { honeypotField, readValues, submissionKeyField, toInput, type FormValues } from './form-values.ts';
import { caseMessages } from './messages.ts';
import { createReference } from './reference.ts';
import { routeComplaint } from './routing.ts';
import { createSeed, deriveSecret, hashSecret } from './secret.ts';
import { eventRow } from './store/case-records.ts';
import { newMailRow } from './store/outbox-rows.ts';
import { saveSubmission, type NewCase } from './store/submissions.ts';
import type { Database } from './store/tables.ts';
import { timeOrderedId } from './store/time-ordered-id.ts';

/** The complaint is on the disk, and so are the mails that forward it. */
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
}

/** Hidden field in which a script may tell for how many seconds the form was open. */
export const secondsOpenField = 'secondsOpen';

type NewCaseWithSecret = NewCase & { secret: string };

/** What a citizen sends: words and files. */
interface Content {
  complaint: Complaint;
  files: Attachment[];
}

/** Words that come again from the same address within this time are the same submission: a double tap, a retry or a reload. */
const SAME_SUBMISSION_MS = 60 * 60 * 1000;

/**
 * Takes a complaint in. When this returns `ok`, case, first event and outbox rows have been committed in one
 * transaction. Throws only where the store itself fails; nothing is kept then.
 */
export async function takeIn(dependencies: IntakeDependencies, form: FormData, context: IntakeContext): Promise<Submitted | Refused> {
  const register = await dependencies.register();
  const values = readValues(form);
  const { complaint, problems } = check(register, values, form, dependencies.clock(), context.language);
  const taken = await takeFiles(form, context.language);
  if ('problem' in taken) return { ok: false, values, problems: { ...problems, [filesField]: taken.problem } };
  // No browser fills a file field in again.
  const filesLost: FieldProblems = taken.files.length > 0 ? { [filesField]: attachmentMessages(context.language).again } : {};
  if (!complaint) return { ok: false, values, problems: { ...problems, ...filesLost } };
  const { secret, db } = dependencies;
  const at = dependencies.clock();
  const identified = identifySubmission(secret, form, { complaint, files: taken.files }, context.clientAddress);
  const wait = admission(dependencies, form, identified.hash, context);
  if (wait) return { ok: false, values, problems: { [submissionKeyField]: wait.sentence, ...filesLost }, wait };
  let made: NewCaseWithSecret | undefined;
  const { reference, secretSeed, repeated } = await saveSubmission(db, {
    ...identified,
    at,
    create: () => (made = newCase(secret, register, { complaint, files: taken.files }, at.toISOString())),
  });
  const caseSecret = made?.case.secret_seed === secretSeed ? made.secret : deriveSecret(secret, secretSeed);
  return { ok: true, reference, secret: caseSecret, repeated };
}

/** Gives how long the sender has to wait, or undefined where the submission may come in. */
function admission({ guard, clock }: IntakeDependencies, form: FormData, submission: string, context: IntakeContext) {
  const secondsOpen = Number.parseFloat(textOf(form, secondsOpenField));
  const verdict = guard?.admit({
    address: context.clientAddress,
    submission,
    formKey: textOf(form, submissionKeyField),
    openForMs: Number.isFinite(secondsOpen) ? secondsOpen * 1000 : undefined,
  });
  if (!verdict || verdict.ok) return undefined;
  const seconds = Math.max(1, Math.ceil((verdict.until.getTime() - clock().getTime()) / 1000));
  const texts = guardMessages(context.language);
  return verdict.kind === 'wait'
    ? { until: verdict.until, formKey: verdict.formKey, sentence: texts.wait(seconds) }
    : { until: verdict.until, sentence: texts.later(Math.ceil(seconds / 60)) };
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

function check(
  register: Register,
  values: FormValues,
  form: FormData,
  now: Date,
  language: Language,
): { complaint?: Complaint; problems: FieldProblems } {
  const agency = register.agencies.get(values.agency ?? '');
  const zone = register.jurisdictions.get(agency?.data.jurisdiction ?? '')?.data.timeZone ?? 'UTC';
  const schema = schemaOf(dayIn(zone, now));
  const parsed = schema.safeParse(toInput(values), { reportInput: true });
  const issues = parsed.error?.issues ?? [];
  const unknown = (field: string) => ({ code: 'custom' as const, path: [field], message: 'unknown', input: undefined });
  if (values.agency && !agency) issues.push(unknown('agency'));
  if (agency && values.service && !agency.services.some((service) => service.id === values.service)) issues.push(unknown('service'));
  const problems = fieldProblems(schema, issues, language);
  if (form.get(honeypotField)) problems[honeypotField] = caseMessages(language).honeypot;
  return parsed.success && Object.keys(problems).length === 0 ? { complaint: parsed.data, problems } : { problems };
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** Gives the calendar day (ISO 8601) in a time zone. Formats are kept: making one takes longer than everything else here. */
function dayIn(timeZone: string, now: Date): string {
  // "sv-SE" writes a day as ISO 8601 does.
  const format = dayFormats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone });
  dayFormats.set(timeZone, format);
  return format.format(now);
}

let latest: { today: string; schema: ReturnType<typeof complaintSchema> } | undefined;

/** Gives the schema of a day, kept while it is asked for. */
function schemaOf(today: string): ReturnType<typeof complaintSchema> {
  if (latest?.today !== today) latest = { today, schema: complaintSchema(today) };
  return latest.schema;
}

/**
 * Gives the keyed hash by which the same submission is known again. A form made for one visitor carries a random
 * key. A prerendered form without JavaScript has none; then the sender's address stands in, because the words alone
 * would give the secret to anybody who has read the complaint and sends it again.
 */
function identifySubmission(secret: string, form: FormData, { complaint, files }: Content, clientAddress: string | undefined) {
  const key = submissionKeyOf(form);
  const sender = key ? `key:${key}` : clientAddress ? `address:${clientAddress}` : `once:${randomUUID()}`;
  const content = Object.entries(complaint).sort(([a], [b]) => (a < b ? -1 : 1));
  const hash = createHmac('sha256', secret)
    .update(`submission:${JSON.stringify([sender, content, ...fileHashes(files)])}`)
    .digest('hex');
  return { hash, sameForMs: key ? Infinity : SAME_SUBMISSION_MS };
}

/** Gives the key that a form came with, where it can be one. */
export function submissionKeyOf(form: FormData): string | undefined {
  const typed = textOf(form, submissionKeyField);
  return /^[\w-]{16,64}$/.test(typed) ? typed : undefined;
}

function newCase(secret: string, register: Register, { complaint, files }: Content, at: string): NewCaseWithSecret {
  const id = timeOrderedId(at);
  const seed = createSeed();
  const caseSecret = deriveSecret(secret, seed);
  const { matter, identity } = splitIdentity(complaint);
  const kinds = ['complaint' as const, ...(complaint.email ? ['acknowledgement' as const] : [])];
  return {
    secret: caseSecret,
    case: {
      id,
      reference: createReference(),
      agency: complaint.agency,
      service: complaint.service ?? null,
      language: complaint.language,
      received_at: at,
      secret_seed: seed,
      secret_hash: hashSecret(caseSecret),
      matter: JSON.stringify(matter),
      identity: JSON.stringify(identity),
    },
    event: eventRow(id, 1, at, received(register, complaint)),
    mails: kinds.map((kind) => newMailRow({ caseId: id, kind, at })),
    attachments: attachmentRows(id, files),
  };
}

function received(register: Register, complaint: Complaint): CaseEvent {
  const agency = register.agencies.get(complaint.agency);
  const service = agency?.services.find((candidate) => candidate.id === complaint.service);
  return {
    kind: 'received',
    version: 1,
    agency: complaint.agency,
    agencyName: agency?.data.name ?? complaint.agency,
    ...(service ? { service: service.id, serviceName: service.data.name } : {}),
    route: routeComplaint(register, complaint.agency, complaint.service),
  };
}
