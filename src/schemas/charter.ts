import * as z from 'zod';
import { contact, office, socialAccount } from './contact.ts';
import { duration } from './duration.ts';
import { field } from './field.ts';
import { isoDate, languageTag, line, partialDate, slug, webAddress } from './primitives.ts';
import { evidence, source, sourcedList, sourcedStatement } from './provenance.ts';
import { redressRung } from './redress.ts';
import { checkStub } from './stub.ts';
import { translations } from './translation.ts';

export const agencyType = z.enum([
  'ministry',
  'department',
  'commission',
  'authority',
  'service',
  'court',
  'police',
  'county',
  'university',
  'hospital',
  'utility',
  'examinations-body',
  'fund',
  'regulator',
  'ombudsman',
  'anti-corruption-body',
  'other',
]);
export type AgencyType = z.output<typeof agencyType>;

const standard = z.strictObject({
  channel: field(line.optional(), {
    label: 'Where it holds',
    help: 'For example telephone, letters, counter.',
    translatable: true,
  }),
  metric: field(line, { label: 'What is promised', help: 'For example "letters answered".', translatable: true }),
  target: field(line.optional(), {
    label: 'Target',
    help: 'For example "within 48 hours". Leave empty when the promise has no measure.',
    translatable: true,
  }),
  evidence: field(evidence, { label: 'Evidence' }),
});

const unit = z.strictObject({
  name: field(line, { label: 'Name of the unit', translatable: true }),
  head: field(line.optional(), {
    label: 'Head',
    help: 'The post, and the name only where the agency publishes it.',
    translatable: true,
  }),
  functions: field(z.array(field(line, { label: 'Task', translatable: true })).default([]), { label: 'Tasks' }),
  evidence: field(evidence, { label: 'Evidence' }),
});

const deskOfficer = z.strictObject({
  role: field(
    z.enum([
      'nodal-officer',
      'charter-desk',
      'foi-desk',
      'service-improvement-desk',
      'state-focal-officer',
      'department-desk-officer',
      'support-staff',
    ]),
    { label: 'Role' },
  ),
  title: field(line, { label: 'Post or rank', translatable: true }),
  name: field(line.optional(), { label: 'Name', help: 'Only where the agency itself publishes it.' }),
  count: field(z.number().int().positive().optional(), {
    label: 'How many',
    help: 'When the source gives only a number of officers.',
  }),
  note: field(line.optional(), { label: 'Note', translatable: true }),
  evidence: field(evidence, { label: 'Evidence' }),
});

const legalBasis = z.strictObject({
  text: field(line, { label: 'Law or instrument', help: 'With the section where known.', translatable: true }),
  url: field(webAddress.optional(), { label: 'Web address' }),
  evidence: field(evidence, { label: 'Evidence' }),
});

const portal = z.strictObject({
  label: field(line, { label: 'Name', translatable: true }),
  url: field(webAddress, { label: 'Web address' }),
});

/** How long a body says that it takes for a request for information. */
const ownRequestTime = z.strictObject({
  limit: field(duration, { label: 'Limit' }),
  note: field(line.optional(), { label: 'Note', translatable: true }),
  evidence: field(evidence, { label: 'Evidence' }),
});

const survey = z.strictObject({
  title: field(line, { label: 'Survey', translatable: true }),
  heldOn: field(partialDate.optional(), { label: 'Held on' }),
  satisfiedPercent: field(z.number().min(0).max(100).optional(), { label: 'Satisfied, in per cent' }),
  respondents: field(z.number().int().positive().optional(), { label: 'How many answered' }),
  url: field(webAddress.optional(), { label: 'Web address of the results' }),
  evidence: field(evidence, { label: 'Evidence' }),
});

const localPart = z.strictObject({
  places: field(z.array(line).default([]), {
    label: 'Places it serves',
    help: 'Regions or towns, as they are called in content/places. Leave it empty when no source tells.',
  }),
  areas: field(z.array(line).default([]), {
    label: 'Areas smaller than a region',
    help: 'Towns, estates or quarters that a source names as served, as they are called in content/places.',
  }),
});

/** Where a body publishes one of the things that the information law of its country asks it to publish unasked. */
const publishedDuty = z.strictObject({
  duty: field(slug, {
    label: 'What',
    help: 'Id of the thing in the information law of the country, for example classes-of-records.',
  }),
  url: field(webAddress, { label: 'Web address' }),
  note: field(line.optional(), { label: 'Note', translatable: true }),
  evidence: field(evidence, { label: 'Evidence' }),
});

const allFields = z.strictObject({
  name: field(line, { label: 'Official name', group: 'name', translatable: true }),
  acronym: field(line.optional(), { label: 'Acronym', group: 'name' }),
  aliases: field(z.array(line).default([]), {
    label: 'Other and former names',
    group: 'name',
    one: 'a name',
    help: 'Names a citizen may still use, for example NHIF for SHA.',
  }),
  popularNames: field(z.array(line).default([]), {
    label: 'Popular names and search words',
    group: 'name',
    one: 'a name or word',
    help: 'What people really say, in any language, for example "passport office".',
  }),
  completeness: field(z.enum(['charter', 'stub']).default('charter'), {
    label: 'How far it is described',
    help: 'A stub says that a body exists, what it is for and how it is reached, and nothing of its services.',
    reservedFor: 'operator',
  }),
  language: field(languageTag.default('en'), { label: 'Language of this charter', rare: true }),
  type: field(agencyType, { label: 'Kind of body', group: 'name' }),
  jurisdiction: field(slug, { label: 'Jurisdiction', refersTo: 'jurisdiction', reservedFor: 'operator' }),
  parent: field(line.optional(), {
    label: 'Answers to',
    help: 'Ministry or body above it.',
    translatable: true,
    reservedFor: 'operator',
  }),
  parentAgency: field(slug.optional(), { label: 'Parent in this portal', refersTo: 'agency', reservedFor: 'operator' }),
  status: field(z.enum(['active', 'renamed', 'merged', 'dissolved']).default('active'), {
    label: 'Status',
    reservedFor: 'operator',
  }),
  successors: field(z.array(field(slug, { label: 'Agency', refersTo: 'agency' })).default([]), {
    label: 'Successors',
    reservedFor: 'operator',
  }),
  local: field(localPart.optional(), {
    label: 'Serves a part of the country only',
    help: 'For a county, a district, a water company. Leave it out for a national body.',
    reservedFor: 'operator',
  }),
  website: field(webAddress.optional(), { label: 'Website', group: 'where' }),
  portals: field(z.array(portal).default([]), { label: 'Online portals', group: 'where', one: 'a portal' }),
  summary: field(line, {
    label: 'In one sentence',
    group: 'name',
    help: 'What a citizen goes there for, in plain words.',
    translatable: true,
  }),
  notHandled: field(
    z
      .array(
        z.strictObject({
          matter: field(line, { label: 'Matter', translatable: true }),
          agency: field(slug.optional(), { label: 'Who handles it instead', refersTo: 'agency' }),
        }),
      )
      .default([]),
    { label: 'What it does not handle', group: 'name', one: 'a matter', many: 'matters' },
  ),
  evidence: field(evidence, { label: 'Evidence for name, status and parent', group: 'sources' }),
  legalBasis: field(z.array(legalBasis).default([]), {
    label: 'Legal basis',
    group: 'about',
    one: 'a law',
    many: 'laws',
  }),
  mandate: field(sourcedStatement.optional(), { label: 'Mandate', group: 'about' }),
  pledge: field(sourcedStatement.optional(), {
    label: 'Service pledge',
    group: 'promise',
    help: 'The promise in the agency’s charter, in a paragraph.',
  }),
  vision: field(sourcedStatement.optional(), { label: 'Vision', group: 'about' }),
  mission: field(sourcedStatement.optional(), { label: 'Mission', group: 'about' }),
  coreValues: field(sourcedList.optional(), { label: 'Core values', group: 'about' }),
  coreFunctions: field(sourcedList.optional(), { label: 'Core functions', group: 'about' }),
  customerGroups: field(sourcedList.optional(), { label: 'Customers', group: 'about' }),
  standards: field(z.array(standard).default([]), { label: 'General standards', group: 'promise', one: 'a standard' }),
  customerRights: field(sourcedList.optional(), { label: 'Customers’ rights', group: 'promise' }),
  customerObligations: field(sourcedList.optional(), { label: 'Customers’ obligations', group: 'promise' }),
  noExtraPayment: field(sourcedStatement.optional(), {
    label: 'No-extra-payment notice',
    group: 'promise',
    help: 'The agency’s own words against bribes and unofficial charges.',
  }),
  edition: field(line.optional(), { label: 'Edition of the charter', group: 'edition', translatable: true }),
  scope: field(z.enum(['integrated', 'local', 'not-stated']).default('not-stated'), {
    label: 'Scope',
    group: 'edition',
    help: 'Integrated: for the whole agency. Local: for one office or department.',
  }),
  approvedOn: field(partialDate.optional(), { label: 'Approved on', group: 'edition' }),
  approvedBy: field(line.optional(), { label: 'Approved by', group: 'edition' }),
  effectiveFrom: field(partialDate.optional(), { label: 'In force from', group: 'edition' }),
  nextReviewDue: field(isoDate.optional(), { label: 'Next review due', group: 'edition' }),
  units: field(z.array(unit).default([]), { label: 'Responsible units', group: 'answers', one: 'a unit' }),
  officers: field(z.array(deskOfficer).default([]), { label: 'Desk officers', group: 'answers', one: 'an officer' }),
  contacts: field(z.array(contact).default([]), { label: 'Contacts', group: 'answers', one: 'a contact' }),
  offices: field(z.array(office).default([]), { label: 'Offices', group: 'where', one: 'an office' }),
  socialAccounts: field(z.array(socialAccount).default([]), {
    label: 'Social media',
    rare: true,
    one: 'an account',
    many: 'accounts',
  }),
  redress: field(z.array(redressRung).default([]), {
    label: 'Redress ladder',
    group: 'answers',
    one: 'a rung',
    many: 'rungs',
    help: 'Where to complain first, next and last. The jurisdiction’s own ladder follows after these.',
  }),
  information: field(sourcedStatement.optional(), {
    label: 'Asking this agency for information',
    rare: true,
    help: 'What is special to this agency; the Act itself is described once, in the jurisdiction.',
  }),
  informationRequests: field(ownRequestTime.optional(), {
    label: 'Its own time for requests for information',
    rare: true,
    help: 'Only where the body says another time than the information law of its country. It may be faster than the law, never slower; pages tell both.',
  }),
  published: field(z.array(publishedDuty).default([]), {
    label: 'Published without being asked',
    rare: true,
    one: 'a thing',
    many: 'things published',
    help: 'Where the things stand that the information law asks every body to publish.',
  }),
  surveys: field(z.array(survey).default([]), {
    label: 'Surveys of satisfaction',
    rare: true,
    one: 'a survey',
    help: 'Surveys of citizens’ satisfaction that the agency has held and published.',
  }),
  unknowns: field(z.array(field(line, { label: 'Not known', translatable: true })).default([]), {
    label: 'What is not known',
    rare: true,
    one: 'a thing',
    many: 'things not known',
    help: 'Things a citizen would look for and that no source tells.',
  }),
  sources: field(z.array(source).min(1, 'List at least one source.'), {
    label: 'Sources',
    group: 'sources',
    one: 'a source',
  }),
  translations,
});

/**
 * A charter: what an agency is, what it promises in general, who answers. Its services are files of their own. A stub
 * is one of a body that nobody has described yet.
 */
export const charter = allFields.superRefine(checkStub);
export type Charter = z.output<typeof charter>;
export type CharterInput = z.input<typeof charter>;
