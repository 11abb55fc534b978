import * as z from 'zod';
import { duration, processingTime } from './duration.ts';
import { fee } from './fee.ts';
import { field } from './field.ts';
import { amount, currency, dialable, isoDate, line, paragraph, slug, webAddress } from './primitives.ts';
import { evidence, figureFields, sourcedStatement } from './provenance.ts';
import { redressRung } from './redress.ts';
import { translations } from './translation.ts';

const requirement = z.strictObject({
  what: field(line, { label: 'What to bring', translatable: true }),
  note: field(line.optional(), { label: 'Note', translatable: true }),
  appliesTo: field(line.optional(), {
    label: 'Only for',
    help: 'The case in which it is needed, for example "under 18".',
    translatable: true,
  }),
  optional: field(z.boolean().default(false), { label: 'Helpful but not required' }),
  fromAgency: field(slug.optional(), { label: 'Get it from (agency)', refersTo: 'agency' }),
  fromService: field(
    z
      .string()
      .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'Write agency/service, for example npc/birth-certificate.')
      .optional(),
    {
      label: 'Get it through (service)',
      help: 'agency/service, for example npc/birth-certificate.',
      refersTo: 'service',
    },
  ),
  fromUrl: field(webAddress.optional(), { label: 'Get it at (web address)' }),
  legalBasis: field(line.optional(), { label: 'Legal basis' }),
  evidence: field(evidence.optional(), {
    label: 'Evidence',
    help: 'Only when it differs from the service’s own evidence.',
  }),
});

const channel = z.strictObject({
  kind: field(z.enum(['online', 'in-person', 'phone', 'sms', 'whatsapp', 'ussd', 'app', 'email', 'post', 'agent']), {
    label: 'Kind',
  }),
  label: field(line, { label: 'Where or how', translatable: true }),
  url: field(webAddress.optional(), { label: 'Web address' }),
  dial: field(dialable.optional(), { label: 'Number or code' }),
  address: field(line.optional(), { label: 'Address' }),
  hours: field(line.optional(), { label: 'Hours', translatable: true }),
  time: field(duration.optional(), {
    label: 'Time through this channel',
    help: 'Only when it differs from the service’s own time.',
  }),
  evidence: field(evidence.optional(), { label: 'Evidence' }),
});

/** One step of a service: what the citizen does, what the agency does, what it costs and how long it takes. */
export const step = z.strictObject({
  client: field(line.optional(), { label: 'What you do', translatable: true }),
  agency: field(line.optional(), { label: 'What the agency does', translatable: true }),
  fee: field(amount.optional(), { label: 'Fee' }),
  currency: field(currency.optional(), { label: 'Currency' }),
  duration: field(duration.optional(), { label: 'Time' }),
  responsible: field(line.optional(), { label: 'Who is responsible', translatable: true }),
});

const form = z.strictObject({
  label: field(line, { label: 'Name of the form', translatable: true }),
  url: field(webAddress.optional(), { label: 'Web address' }),
});

/** One service of an agency and the promise that goes with it. The file name is the service’s id. */
export const service = z.strictObject({
  name: field(line, { label: 'Name of the service', group: 'name', translatable: true }),
  summary: field(line.optional(), {
    label: 'In one sentence',
    group: 'name',
    help: 'What the citizen gets, in plain words.',
    translatable: true,
  }),
  popularNames: field(z.array(line).default([]), {
    label: 'Popular names and search words',
    group: 'name',
    one: 'a name or word',
    help: 'What people really say or type, in any language.',
  }),
  status: field(z.enum(['active', 'suspended', 'discontinued', 'elsewhere']).default('active'), {
    label: 'Status',
    rare: true,
    help: 'elsewhere: another body gives it, named under “Replaced by”; this page only leads there.',
  }),
  statusNote: field(line.optional(), { label: 'Note on the status', rare: true, translatable: true }),
  replacedBy: field(
    z
      .string()
      .regex(/^(?:[a-z0-9-]+\/)?[a-z0-9-]+$/, 'Write the id of a service, or agency/service.')
      .optional(),
    {
      label: 'Replaced by',
      rare: true,
      help: 'Id of the service of this agency that took its place; of another agency as agency/service.',
      control: 'successor',
    },
  ),
  door: field(
    z
      .enum(['apply', 'complaint', 'own-complaint', 'report', 'corruption-report', 'own-corruption-report'])
      .default('apply'),
    {
      label: 'What people come for',
      rare: true,
      help: 'apply: an ordinary service. complaint: it takes complaints about others. own-complaint: about this office. report: it takes word of a danger or a wrong. corruption-report: of bribes in any office. own-corruption-report: of bribes in this office. Only the first offers a complaint about itself.',
    },
  ),
  order: field(z.number().int().nonnegative().default(100), {
    label: 'Order in the charter',
    rare: true,
    help: 'Services with lower numbers come first.',
  }),
  audience: field(
    z
      .array(z.enum(['citizens', 'residents', 'businesses', 'organisations', 'government', 'foreigners', 'diaspora']))
      .default([]),
    {
      label: 'For whom',
      rare: true,
    },
  ),
  eligibility: field(z.array(field(line, { label: 'Who may apply', translatable: true })).default([]), {
    label: 'Who may apply',
    group: 'bring',
    one: 'a rule',
    many: 'rules on who may apply',
  }),
  exclusions: field(z.array(field(line, { label: 'Who may not apply', translatable: true })).default([]), {
    label: 'Who may not apply',
    group: 'bring',
    one: 'a rule',
    many: 'rules on who may not apply',
  }),
  class: field(z.enum(['simple', 'complex', 'highly-technical']).optional(), {
    label: 'Class',
    rare: true,
    help: 'Simple, complex or highly technical, where the law sorts services so (Philippines, RA 11032).',
  }),
  output: field(line.optional(), { label: 'What you get', group: 'name', translatable: true }),
  validity: field(line.optional(), { label: 'How long it is valid', group: 'name', translatable: true }),
  responsible: field(line.optional(), {
    label: 'Who answers for it',
    group: 'answers',
    help: 'The unit or post responsible.',
    translatable: true,
  }),
  requirements: field(z.array(requirement).default([]), {
    label: 'What to bring',
    group: 'bring',
    one: 'a thing to bring',
    many: 'things to bring',
  }),
  requirementsNote: field(line.optional(), {
    label: 'Note on what to bring',
    group: 'bring',
    help: 'For example "No requirement is stated".',
    translatable: true,
  }),
  fees: field(z.array(fee).min(1, 'Say what it costs; choose "not-stated" when no source tells.'), {
    label: 'Costs',
    group: 'cost',
    one: 'a cost',
  }),
  processingTimes: field(
    z.array(processingTime).min(1, 'Say how long it takes; choose "not-stated" when no source tells.'),
    {
      label: 'How long it takes',
      group: 'time',
      one: 'a time',
      many: 'times',
      help: 'The first one is the promise; further ones are for special cases.',
    },
  ),
  deadlines: field(
    z
      .array(
        z.strictObject({
          says: field(line, {
            label: 'Deadline',
            help: 'For example "closes 90 days before an election".',
            translatable: true,
          }),
          on: field(isoDate.optional(), { label: 'Date' }),
          ...figureFields,
        }),
      )
      .default([]),
    { label: 'Deadlines and windows', group: 'time', one: 'a deadline' },
  ),
  channels: field(z.array(channel).default([]), {
    label: 'Where and how',
    group: 'where',
    one: 'a way',
    many: 'ways to apply',
  }),
  startUrl: field(webAddress.optional(), {
    label: 'Start here',
    group: 'where',
    help: 'The address where the service begins.',
  }),
  forms: field(z.array(form).default([]), { label: 'Forms', group: 'where', one: 'a form' }),
  steps: field(z.array(step).default([]), { label: 'Steps', group: 'steps', one: 'a step' }),
  silence: field(sourcedStatement.optional(), {
    label: 'If you hear nothing',
    group: 'answers',
    help: 'What silence means in law or by the charter.',
  }),
  remedy: field(sourcedStatement.optional(), {
    label: 'If the promise is broken',
    group: 'answers',
    help: 'What the citizen may claim.',
  }),
  redress: field(z.array(redressRung).default([]), {
    label: 'Redress ladder of this service',
    group: 'answers',
    one: 'a rung',
    many: 'rungs',
    help: 'Leave empty to use the agency’s.',
  }),
  notes: field(z.array(field(paragraph, { label: 'Note', control: 'long-text', translatable: true })).default([]), {
    label: 'Good to know',
    group: 'more',
    one: 'a note',
    many: 'notes',
  }),
  topics: field(z.array(field(slug, { label: 'Topic', refersTo: 'topic' })).default([]), {
    label: 'Topics',
    group: 'name',
  }),
  evidence: field(evidence, {
    label: 'Evidence',
    group: 'sources',
    help: 'For the service as a whole and for what to bring.',
  }),
  translations,
});
export type Service = z.output<typeof service>;
export type ServiceInput = z.input<typeof service>;

/** Answers whether a body gives a service itself. One that another body gives is listed, counted and judged there alone. */
export function isGivenHere({ data }: { data: Pick<Service, 'status'> }): boolean {
  return data.status !== 'elsewhere';
}

/** The address of the service that took the place of one of an agency, as agency/service. */
export function successorOf(agency: string, replacedBy: string): string {
  return replacedBy.includes('/') ? replacedBy : `${agency}/${replacedBy}`;
}
