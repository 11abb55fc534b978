import * as z from 'zod';
import { duration } from './duration.ts';
import { field } from './field.ts';
import { isoDate, line, monthDay, paragraph, slug, webAddress } from './primitives.ts';
import { evidence, sourcedList, sourcedStatement } from './provenance.ts';

/** A time that the Act sets: how long, from when, and where it says so. */
const timeLimit = z.strictObject({
  limit: field(duration.optional(), { label: 'Limit', help: 'Leave empty when no source tells.' }),
  section: field(line, { label: 'Section' }),
  clockStarts: field(line.optional(), { label: 'Clock starts', translatable: true }),
  note: field(line.optional(), { label: 'Note', translatable: true }),
  wordingRead: field(z.boolean(), {
    label: 'Read in the Act itself',
    help: 'False when only a summary was read; check the wording before quoting.',
  }),
  evidence: field(evidence, { label: 'Evidence' }),
});

const lawSection = z.strictObject({
  section: field(line, { label: 'Section' }),
  says: field(paragraph, { label: 'What it says', control: 'long-text', translatable: true }),
  wordingRead: field(z.boolean(), { label: 'Read in the Act itself' }),
  evidence: field(evidence, { label: 'Evidence' }),
});

const offence = z.strictObject({
  section: field(line, { label: 'Section' }),
  who: field(line.optional(), { label: 'Who', translatable: true }),
  what: field(paragraph, { label: 'What', translatable: true }),
  penalty: field(line, { label: 'Penalty', translatable: true }),
  wordingRead: field(z.boolean(), { label: 'Read in the Act itself' }),
  evidence: field(evidence, { label: 'Evidence' }),
});

/** What may be withheld. An officer who refuses cites one of these, and the citizen is shown its text. */
const exemption = lawSection.extend({
  publicInterest: field(z.boolean().optional(), {
    label: 'Gives way to the public interest',
    help: 'Leave empty where it is not known.',
  }),
});

/** What may be looked up of a section that is neither a limit nor an exemption. */
const otherSection = lawSection.extend({
  about: field(
    z
      .enum(['public-interest', 'severability', 'records', 'whistle-blowers', 'form-of-access', 'third-party'])
      .optional(),
    { label: 'About', help: 'Puts the section where it is looked for. Leave empty for anything else.' },
  ),
});

/** What a body has to publish without being asked. The id is what a checklist of a body ticks off. */
const publicationDuty = lawSection.extend({
  id: field(slug, { label: 'Id', help: 'A short name that stays, for example classes-of-records.' }),
  toldBy: field(z.enum(['coreFunctions', 'standards']).optional(), {
    label: 'Told by a charter',
    help: 'The part of a charter on this portal that tells it, where there is one.',
  }),
});

/** What has to have happened before a door opens, and from which of them its window runs. */
const remedyEvent = z.enum(['refusal', 'silence', 'internal-review', 'commission']);

/** Who hears of a refusal or silence. */
export const remedyKind = z.enum(['internal-review', 'commission', 'court']);
export type RemedyKind = z.output<typeof remedyKind>;

/**
 * A door that is open after a refusal or silence, in the order of the Act: who hears it, until when one may turn there, and
 * how long the answer takes. Its `limit` is the window; without one the Act names none.
 */
const remedy = timeLimit.extend({
  kind: field(remedyKind, { label: 'Kind' }),
  forum: field(line, { label: 'Where a refusal is reviewed', translatable: true }),
  agency: field(slug.optional(), { label: 'Reviewing body', refersTo: 'agency' }),
  runsFrom: field(z.array(remedyEvent).min(1), {
    label: 'The window runs from',
    help: 'Where the Act leaves open which of several, name all of them: the earlier end is then the safe one for the citizen.',
  }),
  after: field(z.array(z.enum(['internal-review', 'commission'])).default([]), {
    label: 'Only after',
    help: 'Doors that one has to have tried before.',
  }),
  directFor: field(line.optional(), { label: 'At once, without the doors before, for', translatable: true }),
  extendable: field(z.boolean().default(false), { label: 'More time may be allowed' }),
  decideWithin: field(timeLimit.optional(), { label: 'Decided within' }),
  ifSilent: field(line.optional(), { label: 'If it does not decide in time', translatable: true }),
  mustSay: field(z.array(field(line, { label: 'Point', translatable: true })).default([]), {
    label: 'What the letter must say',
    help: 'Only what the Act or the forum asks for.',
  }),
});

/** A charge for a copy, as the Act or the approved rates set it. */
const copyRate = z.strictObject({
  what: field(line, { label: 'For what', translatable: true }),
  amount: field(z.number().nonnegative(), { label: 'Amount', help: 'In the currency of the country.' }),
  evidence: field(evidence, { label: 'Evidence' }),
});

/** What a heading of the annual report asks for, where the portal can count it from the cases. */
export const reportMeasure = z.enum([
  'received',
  'processed',
  'granted',
  'refused-with-grounds',
  'appeals',
  'appeals-upheld',
  'pending',
  'median-days',
  'average-days',
  'fees',
  'staff',
  'training',
  'court-cases',
]);

const reportHeading = z.strictObject({
  section: field(line, { label: 'Section' }),
  heading: field(line, { label: 'Heading', translatable: true }),
  measures: field(z.array(reportMeasure).min(1), {
    label: 'What it asks for',
    help: 'Fees, staff, training and cases in court are for the body to fill in; the rest is counted from its cases.',
  }),
  wordingRead: field(z.boolean(), { label: 'Read in the Act itself' }),
  evidence: field(evidence, { label: 'Evidence' }),
});

/** A freedom-of-information or access-to-information Act as data. Section numbers stand beside what they set. */
export const informationLaw = z.strictObject({
  name: field(line, { label: 'Name of the Act', translatable: true }),
  citation: field(line.optional(), { label: 'Citation' }),
  inForceFrom: field(isoDate.optional(), { label: 'In force from' }),
  url: field(webAddress.optional(), { label: 'Text of the Act' }),
  summary: field(paragraph, { label: 'Your right in short', control: 'long-text', translatable: true }),
  whoMayAsk: field(sourcedStatement, { label: 'Who may ask' }),
  whomToAsk: field(sourcedStatement.optional(), { label: 'Whom they may ask' }),
  howToAsk: field(sourcedList.optional(), { label: 'How to ask' }),
  oral: field(lawSection.optional(), {
    label: 'Asking without writing',
    help: 'By word of mouth, and with help for people who cannot read or write or have a disability.',
  }),
  answer: field(timeLimit, { label: 'Answer' }),
  urgent: field(timeLimit.optional(), { label: 'Urgent cases' }),
  extension: field(
    timeLimit
      .extend({
        grounds: field(z.array(field(line, { label: 'Ground', translatable: true })), { label: 'Grounds' }),
        countsFrom: field(z.enum(['receipt', 'due-day']).optional(), {
          label: 'Counts from',
          help: 'The day on which the answer was due, where the Act says so. Leave empty where both times are counted in one from the receipt.',
        }),
        noticeWithin: field(duration.optional(), { label: 'Notice within', help: 'Counted from the receipt.' }),
        noticeSection: field(line.optional(), { label: 'Section on the notice', help: 'Where it is another one.' }),
      })
      .optional(),
    { label: 'Extension' },
  ),
  transfer: field(
    timeLimit
      .extend({
        atMost: field(duration.optional(), { label: 'At the very latest' }),
        tellWithin: field(duration.optional(), { label: 'The applicant is told within' }),
        tellFrom: field(z.enum(['first-receipt', 'second-receipt']).optional(), {
          label: 'Told by',
          help: '"second-receipt" where the body that receives it tells, counted from its own receipt. Leave empty where the first body tells, counted from the first receipt.',
        }),
        tellSection: field(line.optional(), { label: 'Section on telling', help: 'Where it is another one.' }),
        restartsClock: field(z.boolean().optional(), {
          label: 'The clock starts again',
          help: 'Leave empty when sources differ.',
        }),
      })
      .optional(),
    { label: 'Transfer to another body' },
  ),
  deposit: field(
    lawSection
      .extend({ stopsClock: field(z.boolean().optional(), { label: 'The clock stands until it is paid' }) })
      .optional(),
    { label: 'Deposit' },
  ),
  clarification: field(
    lawSection
      .extend({ stopsClock: field(z.boolean().optional(), { label: 'The clock stands until it is clear' }) })
      .optional(),
    { label: 'If the request is not clear' },
  ),
  access: field(timeLimit.optional(), { label: 'Access after a yes' }),
  fee: field(sourcedStatement, { label: 'Fee' }),
  copyRates: field(z.array(copyRate).default([]), { label: 'Charges for copies' }),
  freeOfCharge: field(sourcedList.optional(), { label: 'What must be free' }),
  silence: field(sourcedStatement, { label: 'If there is no answer' }),
  refusal: field(sourcedStatement.optional(), { label: 'What a refusal must say' }),
  remedies: field(z.array(remedy).min(1, 'Name where one can turn after a refusal.'), {
    label: 'Doors after a refusal or silence',
  }),
  exemptions: field(z.array(exemption), { label: 'What may be refused' }),
  offences: field(z.array(offence), { label: 'Offences' }),
  proactive: field(z.array(publicationDuty).default([]), {
    label: 'What must be published without being asked',
    help: 'One entry for each thing that the Act asks of every body.',
  }),
  annualReport: field(
    timeLimit.extend({
      dueOn: field(monthDay, { label: 'Due on' }),
      to: field(line, { label: 'To whom', translatable: true }),
      pendingOn: field(monthDay.optional(), {
        label: 'Pending on',
        help: 'The day of the year before on which open requests are counted, where the Act names one.',
      }),
      headings: field(z.array(reportHeading).default([]), { label: 'Headings of the report' }),
    }),
    {
      label: 'Annual report',
    },
  ),
  otherSections: field(z.array(otherSection).default([]), { label: 'Other sections' }),
  gaps: field(z.array(field(line, { label: 'Not read', translatable: true })).default([]), {
    label: 'What could not be read',
  }),
});
export type InformationLaw = z.output<typeof informationLaw>;
export type Remedy = z.output<typeof remedy>;
export type ReportMeasure = z.output<typeof reportMeasure>;
