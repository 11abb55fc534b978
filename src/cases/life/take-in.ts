import { createHmac, randomUUID } from 'node:crypto';
import type { Language } from '../../lib/locales.ts';
import { dayIn } from '../../lib/working-days.ts';
import type { Register } from '../../register/register.ts';
import { complaint, formKind, splitIdentity, type Complaint, type FormKind } from '../../schemas/cases/complaint.ts';
import type { CaseEvent } from '../../schemas/cases/event.ts';
import { kindFields, kindSchema } from '../../schemas/cases/kinds.ts';
import { fieldProblems, type FieldProblems } from '../../schemas/cases/problems.ts';
import { guardMessages } from '../abuse/guard-messages.ts';
import { honeypotField, readValues, submissionKeyField, toInput, type FormValues } from '../form-values.ts';
import { secondsOpenField, submissionKeyOf, type IntakeContext, type IntakeDependencies, type Refused, type Submitted } from '../intake.ts';
import { caseMessages } from '../messages.ts';
import { createReference } from '../reference.ts';
import { routeCase } from '../routing.ts';
import { createSeed, deriveSecret, hashSecret } from '../secret.ts';
import { eventRow } from '../store/case-records.ts';
import { newMailRow } from '../store/outbox-rows.ts';
import { saveSubmission, type NewCase } from '../store/submissions.ts';

/** Without a key of the form, the same words from the same address within this time are the same submission. */
const SAME_SUBMISSION_MS = 60 * 60 * 1000;

/** Gives the kind that a form is for. One that names none is for a complaint; one that does not exist is left to its schema to refuse. */
export function kindOf(form: FormData): FormKind {
  return formKind.catch('complaint').parse(form.get('kind'));
}

/**
 * Takes in a case of any kind. When this returns `ok`, case, first event and outbox rows are on the disk. Throws only where
 * the store itself fails; nothing is kept then.
 */
export async function takeInKind(dependencies: IntakeDependencies, form: FormData, context: IntakeContext): Promise<Submitted | Refused> {
  const register = await dependencies.register();
  const kind = kindOf(form);
  const values = readValues(form);
  const checked = check(register, kind, values, form, dependencies.clock(), context.language);
  if ('problems' in checked) return { ok: false, values, problems: checked.problems };
  const at = dependencies.clock();
  const { secret } = dependencies;
  const identified = identify(secret, form, checked.content, context.clientAddress);
  const wait = admission(dependencies, form, identified.hash, context);
  if (wait) return { ok: false, values, problems: { [submissionKeyField]: wait.sentence }, wait };
  const { reference, secretSeed, repeated } = await saveSubmission(dependencies.db, {
    ...identified,
    at,
    create: () => newCase(secret, register, kind, checked.content, at.toISOString()),
  });
  return { ok: true, reference, secret: deriveSecret(secret, secretSeed), repeated };
}

function check(
  register: Register,
  kind: FormKind,
  values: FormValues,
  form: FormData,
  now: Date,
  language: Language,
): { content: Complaint } | { problems: FieldProblems } {
  const agency = register.agencies.get(values.agency ?? '');
  const zone = register.jurisdictions.get(agency?.data.jurisdiction ?? '')?.data.timeZone ?? 'UTC';
  const schema = kindSchema(kind, dayIn(zone, now));
  const names = new Set<string>(kindFields(kind).map(([name]) => name));
  // A field that this kind does not ask for is no reason to refuse what was written.
  const input = Object.fromEntries(Object.entries({ ...toInput(values), kind }).filter(([name]) => names.has(name)));
  const parsed = schema.safeParse(input, { reportInput: true });
  const issues = parsed.error?.issues ?? [];
  const unknown = (field: string) => ({ code: 'custom' as const, path: [field], message: 'unknown', input: undefined });
  if (values.agency && !agency) issues.push(unknown('agency'));
  if (agency && values.service && !agency.services.some((service) => service.id === values.service)) issues.push(unknown('service'));
  const problems = fieldProblems(schema, issues, language);
  if (form.get(honeypotField)) problems[honeypotField] = caseMessages(language).honeypot;
  return parsed.success && Object.keys(problems).length === 0 ? { content: complaint.parse(parsed.data) } : { problems };
}

/** See the intake of complaints: a key of the form, else the sender's address, tells the same submission. */
function identify(secret: string, form: FormData, content: Complaint, clientAddress: string | undefined) {
  const key = submissionKeyOf(form);
  const sender = key ? `key:${key}` : clientAddress ? `address:${clientAddress}` : `once:${randomUUID()}`;
  const sorted = Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1));
  const hash = createHmac('sha256', secret)
    .update(`submission:${JSON.stringify([sender, sorted])}`)
    .digest('hex');
  return { hash, sameForMs: key ? Infinity : SAME_SUBMISSION_MS };
}

function admission(
  { guard, clock }: IntakeDependencies,
  form: FormData,
  submission: string,
  context: IntakeContext,
): (NonNullable<Refused['wait']> & { sentence: string }) | undefined {
  const secondsOpen = Number.parseFloat(String(form.get(secondsOpenField) ?? ''));
  const verdict = guard?.admit({
    address: context.clientAddress,
    submission,
    formKey: String(form.get(submissionKeyField) ?? ''),
    openForMs: Number.isFinite(secondsOpen) ? secondsOpen * 1000 : undefined,
  });
  if (!verdict || verdict.ok) return undefined;
  const seconds = Math.max(1, Math.ceil((verdict.until.getTime() - clock().getTime()) / 1000));
  const texts = guardMessages(context.language);
  return verdict.kind === 'wait'
    ? { until: verdict.until, formKey: verdict.formKey, sentence: texts.wait(seconds) }
    : { until: verdict.until, sentence: texts.later(Math.ceil(seconds / 60)) };
}

function newCase(secret: string, register: Register, kind: FormKind, content: Complaint, at: string): NewCase {
  const id = randomUUID();
  const seed = createSeed();
  const { matter, identity } = splitIdentity(content);
  const mails = ['complaint' as const, ...(content.email ? ['acknowledgement' as const] : [])];
  return {
    case: {
      id,
      reference: createReference(),
      agency: content.agency,
      service: content.service ?? null,
      language: content.language,
      received_at: at,
      secret_seed: seed,
      secret_hash: hashSecret(deriveSecret(secret, seed)),
      matter: JSON.stringify(matter),
      identity: JSON.stringify(identity),
    },
    event: eventRow(id, 1, at, received(register, kind, content)),
    mails: mails.map((mail) => newMailRow({ caseId: id, kind: mail, at })),
    attachments: [],
  };
}

function received(register: Register, kind: FormKind, content: Complaint): CaseEvent {
  const agency = register.agencies.get(content.agency);
  const service = agency?.services.find((candidate) => candidate.id === content.service);
  return {
    kind: 'received',
    version: 1,
    about: kind,
    agency: content.agency,
    agencyName: agency?.data.name ?? content.agency,
    ...(service ? { service: service.id, serviceName: service.data.name } : {}),
    route: routeCase(register, kind, content.agency, content.service),
  };
}
