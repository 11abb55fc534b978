import * as z from 'zod';
import { calendar } from './calendar.ts';
import { duration } from './duration.ts';
import { field } from './field.ts';
import { informationLaw } from './information-law.ts';
import { currency, languageTag, line, paragraph, slug, timeZone } from './primitives.ts';
import { evidence, source, sourcedList, sourcedStatement } from './provenance.ts';
import { translations } from './translation.ts';

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
