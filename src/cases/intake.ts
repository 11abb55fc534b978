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
import { eventRow } from './store/case-records.ts';
import { newMailRow } from './store/outbox-rows.ts';
import { saveSubmission, type NewCase } from './store/submissions.ts';
import type { Database } from './store/tables.ts';

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

/**
 * Takes a complaint in. When this returns `ok`, case, first event and outbox rows have been committed in one
 * transaction. Throws only where the store itself fails; nothing is kept then.
 */
export async function takeIn(dependencies: IntakeDependencies, form: FormData, context: IntakeContext): Promise<Submitted | Refused> {
  const register = await dependencies.register();
  const values = readValues(form);
  const { complaint, problems } = check(register, values, form, dependencies.clock(), context.language);
  if (!complaint) return { ok: false, values, problems };
  const { secret, db } = dependencies;
  const at = dependencies.clock();
  const { reference, secretSeed, repeated } = await saveSubmission(db, {
    ...identifySubmission(secret, form, complaint, context.clientAddress),
    at,
    create: () => newCase(secret, register, complaint, at.toISOString()),
  });
  return { ok: true, reference, secret: deriveSecret(secret, secretSeed), repeated };
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

/**
 * Gives the keyed hash by which the same submission is known again. A form made for one visitor carries a random
 * key. A prerendered form without JavaScript has none; then the sender's address stands in, because the words alone
 * would give the secret to anybody who has read the complaint and sends it again.
 */
function identifySubmission(secret: string, form: FormData, complaint: Complaint, clientAddress: string | undefined) {
  const typed = form.get(submissionKeyField);
  const key = typeof typed === 'string' && /^[\w-]{16,64}$/.test(typed) ? typed : undefined;
  const sender = key ? `key:${key}` : clientAddress ? `address:${clientAddress}` : `once:${randomUUID()}`;
  const content = Object.entries(complaint).sort(([a], [b]) => (a < b ? -1 : 1));
  const hash = createHmac('sha256', secret)
    .update(`submission:${JSON.stringify([sender, content])}`)
    .digest('hex');
  return { hash, sameForMs: key ? Infinity : SAME_SUBMISSION_MS };
}

function newCase(secret: string, register: Register, complaint: Complaint, at: string): NewCase {
  const id = randomUUID();
  const seed = createSeed();
  const { matter, identity } = splitIdentity(complaint);
  const kinds = ['complaint' as const, ...(complaint.email ? ['acknowledgement' as const] : [])];
  return {
    case: {
      id,
      reference: createReference(),
      agency: complaint.agency,
      service: complaint.service ?? null,
      language: complaint.language,
      received_at: at,
      secret_seed: seed,
      secret_hash: hashSecret(deriveSecret(secret, seed)),
      matter: JSON.stringify(matter),
      identity: JSON.stringify(identity),
    },
    event: eventRow(id, 1, at, received(register, complaint)),
    mails: kinds.map((kind) => newMailRow({ caseId: id, kind, at })),
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
