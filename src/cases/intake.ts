import { createHmac, randomUUID } from 'node:crypto';
import type { Language } from '../lib/locales.ts';
import type { Register } from '../register/register.ts';
import { complaintSchema, splitIdentity, type Complaint } from '../schemas/cases/complaint.ts';
import { fieldProblems, type FieldProblems } from '../schemas/cases/problems.ts';
import type { CaseEvent } from '../schemas/cases/event.ts';
import { honeypotField, readValues, submissionKeyField, toInput, type FormValues } from './form-values.ts';
import { caseMessages } from './messages.ts';
import { createReference } from './reference.ts';
import { routeComplaint } from './routing.ts';
import { createSeed, deriveSecret, hashSecret } from './secret.ts';
import { appendEvent } from './store/case-records.ts';
import { isUniqueViolation } from './store/node-sqlite.ts';
import { enqueueMail } from './store/outbox-rows.ts';
import type { CaseRow, Database } from './store/tables.ts';

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
}

/** Words that come again from the same address within this time are the same submission: a double tap, a retry or a reload. */
const SAME_SUBMISSION_MS = 60 * 60 * 1000;
const ATTEMPTS_MAX = 4;

/**
 * Takes a complaint in. When this returns `ok`, case, first event and outbox rows have been committed in one
 * transaction. Throws only where the store itself fails; nothing is kept then.
 */
export async function takeIn(dependencies: IntakeDependencies, form: FormData, context: IntakeContext): Promise<Submitted | Refused> {
  const register = await dependencies.register();
  const values = readValues(form);
  const { complaint, problems } = check(register, values, form, dependencies.clock(), context.language);
  if (!complaint) return { ok: false, values, problems };
  const submission = identifySubmission(dependencies.secret, form, complaint, context.clientAddress);
  for (let attempt = 1; ; attempt++) {
    try {
      return await save(dependencies, register, complaint, submission);
    } catch (error) {
      // Another process took in the same submission, or drew the same reference, since we looked.
      if (!isUniqueViolation(error) || attempt === ATTEMPTS_MAX) throw error;
    }
  }
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
  // "sv-SE" writes a day as ISO 8601 does.
  const schema = complaintSchema(new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(now));
  const parsed = schema.safeParse(toInput(values), { reportInput: true });
  const issues = parsed.error?.issues ?? [];
  const unknown = (field: string) => ({ code: 'custom' as const, path: [field], message: 'unknown', input: undefined });
  if (values.agency && !agency) issues.push(unknown('agency'));
  if (agency && values.service && !agency.services.some((service) => service.id === values.service)) issues.push(unknown('service'));
  const problems = fieldProblems(schema, issues, language);
  if (form.get(honeypotField)) problems[honeypotField] = caseMessages(language).honeypot;
  return parsed.success && Object.keys(problems).length === 0 ? { complaint: parsed.data, problems } : { problems };
}

interface Submission {
  hash: string;
  /** How long the same hash means the same submission. */
  sameForMs: number;
}

/**
 * Gives the keyed hash by which the same submission is known again. A form made for one visitor carries a random
 * key. A prerendered form without JavaScript has none; then the sender's address stands in, because the words alone
 * would give the secret to anybody who has read the complaint and sends it again.
 */
function identifySubmission(secret: string, form: FormData, complaint: Complaint, clientAddress: string | undefined): Submission {
  const typed = form.get(submissionKeyField);
  const key = typeof typed === 'string' && /^[\w-]{16,64}$/.test(typed) ? typed : undefined;
  const sender = key ? `key:${key}` : clientAddress ? `address:${clientAddress}` : `once:${randomUUID()}`;
  const content = Object.entries(complaint).sort(([a], [b]) => (a < b ? -1 : 1));
  const hash = createHmac('sha256', secret)
    .update(`submission:${JSON.stringify([sender, content])}`)
    .digest('hex');
  return { hash, sameForMs: key ? Infinity : SAME_SUBMISSION_MS };
}

function save({ db, secret, clock }: IntakeDependencies, register: Register, complaint: Complaint, submission: Submission): Promise<Submitted> {
  return db.transaction().execute(async (transaction) => {
    const now = clock();
    const earlier = await transaction
      .selectFrom('cases')
      .select(['reference', 'secret_seed', 'received_at'])
      .where('submission_hash', '=', submission.hash)
      .orderBy('received_at', 'desc')
      .execute();
    const last = earlier[0];
    if (last && now.getTime() - Date.parse(last.received_at) < submission.sameForMs) {
      return { ok: true, reference: last.reference, secret: deriveSecret(secret, last.secret_seed), repeated: true };
    }
    const seed = createSeed();
    const caseSecret = deriveSecret(secret, seed);
    const row = caseRow(complaint, now.toISOString(), {
      submission_hash: submission.hash,
      submission_key: `${submission.hash}.${earlier.length}`,
      secret_seed: seed,
      secret_hash: hashSecret(caseSecret),
    });
    const at = row.received_at;
    await transaction.insertInto('cases').values(row).execute();
    await appendEvent(transaction, row.id, at, received(register, complaint));
    await enqueueMail(transaction, { caseId: row.id, kind: 'complaint', at });
    if (complaint.email) await enqueueMail(transaction, { caseId: row.id, kind: 'acknowledgement', at });
    return { ok: true, reference: row.reference, secret: caseSecret, repeated: false };
  });
}

type SubmissionColumns = Pick<CaseRow, 'submission_hash' | 'submission_key' | 'secret_seed' | 'secret_hash'>;

function caseRow(complaint: Complaint, receivedAt: string, columns: SubmissionColumns): CaseRow {
  const { matter, identity } = splitIdentity(complaint);
  return {
    id: randomUUID(),
    reference: createReference(),
    agency: complaint.agency,
    service: complaint.service ?? null,
    language: complaint.language,
    received_at: receivedAt,
    matter: JSON.stringify(matter),
    identity: JSON.stringify(identity),
    ...columns,
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
