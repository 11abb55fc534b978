import * as z from 'zod';
import { weekdays } from '../lib/opening.ts';
import { duration } from './duration.ts';
import { field } from './field.ts';
import { currency, isoDate, languageTag, line, monthDay, paragraph, slug, timeZone, webAddress } from './primitives.ts';
import { evidence, source, sourcedList, sourcedStatement } from './provenance.ts';
import { translations } from './translation.ts';

const weekday = z.enum(weekdays);

/** A rule that gives a public holiday each year. */
const holidayRule = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: field(z.literal('fixed'), { label: 'Fixed date' }),
      name: field(line, { label: 'Name', translatable: true }),
      date: field(monthDay, { label: 'Month and day' }),
      ifSunday: field(z.enum(['stays', 'next-day-not-a-holiday']).default('stays'), {
        label: 'If it falls on a Sunday',
      }),
      evidence: field(evidence, { label: 'Evidence' }),
    })
    .meta({ title: 'Fixed date' }),
  z
    .strictObject({
      kind: field(z.literal('easter'), { label: 'Counted from Easter' }),
      name: field(line, { label: 'Name', translatable: true }),
      offsetDays: field(z.number().int().min(-60).max(60), {
        label: 'Days after Easter Sunday',
        help: 'Good Friday is -2, Easter Monday 1.',
      }),
      evidence: field(evidence, { label: 'Evidence' }),
    })
    .meta({ title: 'Counted from Easter Sunday' }),
]);

const declaredDay = z.strictObject({
  date: field(isoDate, { label: 'Date' }),
  name: field(line, { label: 'Name', translatable: true }),
  evidence: field(evidence, { label: 'Evidence' }),
});

/** A day that the law leaves out where it counts time. */
const excludedDay = z.strictObject({
  day: field(z.enum([...weekday.options, 'public-holiday']), { label: 'Day' }),
  certain: field(z.boolean(), {
    label: 'Certain',
    help: 'True only where the law’s own words, or a judgment on them, were read.',
  }),
});

/** How an Interpretation Act or its like counts time, as data with its source. */
const countingOfTime = z.strictObject({
  law: field(line, { label: 'Law', help: 'The Act that says how time is counted, for example an Interpretation Act.' }),
  section: field(line, { label: 'Section' }),
  excluded: field(z.array(excludedDay), {
    label: 'Excluded days',
    help: 'A time limit whose last day is one of these ends on the next day that is none of them.',
  }),
  shortLimitDaysMax: field(z.number().int().positive().optional(), {
    label: 'Short limits, days at most',
    help: 'In limits of so many days or fewer, excluded days do not count at all.',
  }),
  note: field(line.optional(), { label: 'Note', translatable: true }),
  evidence: field(evidence, { label: 'Evidence' }),
});

const calendar = z.strictObject({
  weekend: field(z.array(weekday).min(1, 'Name the days on which offices are closed each week.'), { label: 'Weekend' }),
  rules: field(z.array(holidayRule), { label: 'Yearly holidays' }),
  declared: field(z.array(declaredDay).default([]), {
    label: 'Declared days',
    help: 'Holidays declared for one year only, such as Eid.',
  }),
  undeclared: field(z.array(field(line, { label: 'Holiday', translatable: true })).default([]), {
    label: 'Holidays declared close to the day',
    help: 'Holidays without a rule; enter each one above once it is declared.',
  }),
  counting: field(countingOfTime.optional(), { label: 'How the law counts time' }),
});

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

/** A freedom-of-information or access-to-information Act as data. Section numbers stand beside what they set. */
const informationLaw = z.strictObject({
  name: field(line, { label: 'Name of the Act', translatable: true }),
  citation: field(line.optional(), { label: 'Citation' }),
  inForceFrom: field(isoDate.optional(), { label: 'In force from' }),
  url: field(webAddress.optional(), { label: 'Text of the Act' }),
  summary: field(paragraph, { label: 'Your right in short', control: 'long-text', translatable: true }),
  whoMayAsk: field(sourcedStatement, { label: 'Who may ask' }),
  whomToAsk: field(sourcedStatement.optional(), { label: 'Whom they may ask' }),
  howToAsk: field(sourcedList.optional(), { label: 'How to ask' }),
  answer: field(timeLimit, { label: 'Answer' }),
  urgent: field(timeLimit.optional(), { label: 'Urgent cases' }),
  extension: field(
    timeLimit
      .extend({ grounds: field(z.array(field(line, { label: 'Ground', translatable: true })), { label: 'Grounds' }) })
      .optional(),
    { label: 'Extension' },
  ),
  transfer: field(
    timeLimit
      .extend({
        atMost: field(duration.optional(), { label: 'At the very latest' }),
        restartsClock: field(z.boolean().optional(), {
          label: 'The clock starts again',
          help: 'Leave empty when sources differ.',
        }),
      })
      .optional(),
    { label: 'Transfer to another body' },
  ),
  access: field(timeLimit.optional(), { label: 'Access after a yes' }),
  fee: field(sourcedStatement, { label: 'Fee' }),
  silence: field(sourcedStatement, { label: 'If there is no answer' }),
  refusal: field(sourcedStatement.optional(), { label: 'What a refusal must say' }),
  review: field(
    timeLimit.extend({
      forum: field(line, { label: 'Where a refusal is reviewed', translatable: true }),
      agency: field(slug.optional(), { label: 'Reviewing body', refersTo: 'agency' }),
    }),
    { label: 'Review' },
  ),
  exemptions: field(z.array(lawSection), { label: 'What may be refused' }),
  offences: field(z.array(offence), { label: 'Offences' }),
  proactive: field(sourcedList.optional(), { label: 'What must be published without being asked' }),
  annualReport: field(
    timeLimit.extend({
      dueOn: field(monthDay, { label: 'Due on' }),
      to: field(line, { label: 'To whom', translatable: true }),
    }),
    {
      label: 'Annual report',
    },
  ),
  otherSections: field(z.array(lawSection).default([]), { label: 'Other sections' }),
  gaps: field(z.array(field(line, { label: 'Not read', translatable: true })).default([]), {
    label: 'What could not be read',
  }),
});
export type InformationLaw = z.output<typeof informationLaw>;

/** Longest times that a law sets for each class of service, as with the Philippines' anti-red-tape laws. */
const classLimits = z.strictObject({
  law: field(line, { label: 'Law', translatable: true }),
  simple: field(duration.optional(), { label: 'Simple' }),
  complex: field(duration.optional(), { label: 'Complex' }),
  'highly-technical': field(duration.optional(), { label: 'Highly technical' }),
  note: field(line.optional(), { label: 'Note', translatable: true }),
  evidence: field(evidence, { label: 'Evidence' }),
});

const redressBody = z.strictObject({
  agency: field(slug, { label: 'Agency', refersTo: 'agency' }),
  matter: field(line, { label: 'For what', translatable: true }),
});

const oversightBody = redressBody.extend({
  nationalOnly: field(z.boolean().default(false), {
    label: 'Only for national offices',
    help: 'It is no step for bodies that serve a State, a county or another part of the country.',
  }),
  sendsBack: field(z.boolean().default(false), {
    label: 'Sends a complaint back to the office it is about',
    help: 'Then a report of misconduct never goes there.',
  }),
});

/** What the governments of regions answer for, as far as a source shows one of them doing it. */
const localGovernment = z.strictObject({
  name: field(line, {
    label: 'What it is called',
    help: 'As it stands in a sentence, for example "the county government".',
    translatable: true,
  }),
  words: field(z.array(line).default([]), {
    label: 'Words for it',
    help: 'What people call it in any language, for example county, kaunti.',
  }),
  matters: field(
    z
      .array(
        z.strictObject({
          matter: field(line, { label: 'Matter', translatable: true }),
          words: field(z.array(line).default([]), {
            label: 'Search words',
            help: 'What people type who mean this matter, in any language.',
          }),
          evidence: field(evidence, { label: 'Evidence' }),
        }),
      )
      .min(1, 'Name at least one matter.'),
    { label: 'What it answers for' },
  ),
});

/** A country or other territory with its own law, calendar and bodies of redress. The file name is its id. */
export const jurisdiction = z.strictObject({
  name: field(line, { label: 'Name', translatable: true }),
  code: field(z.string().regex(/^[A-Z]{2}$/, 'Write the two-letter country code.'), {
    label: 'Country code (ISO 3166-1)',
  }),
  demonym: field(line.optional(), { label: 'Adjective', translatable: true }),
  languages: field(z.array(languageTag).min(1), { label: 'Languages' }),
  offeredLanguages: field(z.array(languageTag).optional(), {
    label: 'Languages offered',
    help: 'Which of the portal’s languages the switches on pages of this country offer. Empty: all of them.',
  }),
  currency: field(currency, { label: 'Currency' }),
  currencySymbol: field(line, { label: 'Currency symbol', help: 'As people write it, for example ₦ or KSh.' }),
  timeZone: field(timeZone, { label: 'Time zone', help: 'Its name in the IANA database, for example Africa/Lagos.' }),
  callingCode: field(z.string().regex(/^\+\d{1,4}$/), { label: 'Calling code' }),
  summary: field(paragraph, { label: 'Summary', translatable: true }),
  charterRule: field(sourcedStatement.optional(), { label: 'Why agencies have charters' }),
  charterContents: field(sourcedList.optional(), { label: 'What every charter must contain' }),
  calendar: field(calendar, { label: 'Calendar' }),
  informationLaw: field(informationLaw.optional(), { label: 'Information law' }),
  classLimits: field(classLimits.optional(), { label: 'Time limits by class of service' }),
  oversightLadder: field(z.array(oversightBody), {
    label: 'Oversight ladder',
    help: 'In the order in which a citizen turns to them after the agency itself.',
  }),
  antiCorruption: field(z.array(redressBody), { label: 'Anti-corruption bodies' }),
  localGovernment: field(localGovernment.optional(), {
    label: 'Governments of the regions',
    help: 'Who answers where no body of a region is published.',
  }),
  retentionMonths: field(z.number().int().positive().default(24), { label: 'Months that closed cases are kept' }),
  sources: field(z.array(source).min(1), { label: 'Sources' }),
  translations,
});
export type Jurisdiction = z.output<typeof jurisdiction>;
export type JurisdictionInput = z.input<typeof jurisdiction>;
