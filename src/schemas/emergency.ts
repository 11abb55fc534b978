import * as z from 'zod';
import { field } from './field.ts';
import { dialable, languageTag, line, slug } from './primitives.ts';
import { evidence, source } from './provenance.ts';
import { translations } from './translation.ts';

/**
 * What can happen to somebody who cannot wait for an office. Fixed, so that a word used in one country is understood in
 * every other.
 */
export const emergencyKind = z.enum([
  'danger',
  'fire',
  'crash',
  'illness',
  'poison',
  'drowning',
  'robbery',
  'kidnapping',
  'sexual-violence',
  'home-violence',
  'child',
  'suicide',
  'witness',
]);
export type EmergencyKind = z.output<typeof emergencyKind>;

/** How far a number may be relied on, and what the page says about it. */
export const trust = z.enum(['confirmed', 'one-source', 'doubtful']);

const number = field(dialable, { label: 'Number' });

/** What is told of a number, or of several of one body that come from the same source. */
const told = {
  who: field(line, { label: 'Who answers', translatable: true }),
  says: field(line.optional(), { label: 'What happens when you call', translatable: true }),
  tollFree: field(z.boolean().default(false), { label: 'Free to call', help: 'Only when a source says so.' }),
  hours: field(line.optional(), { label: 'When', translatable: true }),
  confidential: field(line.optional(), {
    label: 'Confidential',
    help: 'What a source promises, for example that no name is asked.',
    translatable: true,
  }),
  trust: field(trust, {
    label: 'How sure',
    help: 'confirmed: the body’s own page or two sources. one-source: one source names it. doubtful: say why.',
  }),
  doubt: field(line.optional(), { label: 'What is doubtful', help: 'Shown beside the number.', translatable: true }),
  evidence: field(evidence, { label: 'Evidence' }),
};

function sayDoubt(
  value: { trust: z.output<typeof trust>; doubt?: string | undefined },
  context: z.RefinementCtx,
): void {
  if (value.trust === 'doubtful' && !value.doubt)
    context.addIssue({
      code: 'custom',
      path: ['doubt'],
      message: 'Say what is doubtful about this number, or leave the number out.',
    });
}

const helpLine = z
  .strictObject({
    number,
    otherNumbers: field(z.array(dialable).default([]), {
      label: 'Further numbers',
      help: 'Of the same body and from the same source.',
    }),
    ...told,
  })
  .superRefine(sayDoubt);
export type HelpLine = z.output<typeof helpLine>;

const regionNumbers = z.strictObject({
  region: field(slug, { label: 'Region', help: 'Its id in content/places, for example lagos or kisumu.' }),
  numbers: field(z.array(number).min(1, 'Give a number.'), { label: 'Numbers' }),
  doubt: field(line.optional(), {
    label: 'What is doubtful here',
    help: 'Where it is so of this region alone.',
    translatable: true,
  }),
});

/**
 * A line that a State, county or other region has for itself. Lines of one kind of body that come from the same source,
 * such as those of all police commands, are one entry with the numbers of each region.
 */
const regionalLine = z
  .strictObject({
    kinds: field(z.array(emergencyKind).min(1, 'Say for what it is.'), {
      label: 'For what',
      help: 'With "danger" it is also shown where its region has no line for what is asked.',
    }),
    ...told,
    regions: field(z.array(regionNumbers).min(1, 'Name a region.'), { label: 'Regions' }),
  })
  .superRefine(sayDoubt);
export type RegionalLine = z.output<typeof regionalLine>;

const emergencyAnswer = z.strictObject({
  kind: field(emergencyKind, { label: 'Kind' }),
  name: field(line, { label: 'Name', help: 'In plain words, for example "Fire".', translatable: true }),
  advice: field(line.optional(), {
    label: 'What to do',
    help: 'One sentence with a source; leave it out otherwise.',
    translatable: true,
  }),
  words: field(z.array(line).min(1, 'Without words nobody finds it.'), {
    label: 'Words that people use',
    help: 'Words and phrases in any language, with the forms that people type.',
  }),
  unless: field(z.array(line).default([]), {
    label: 'Words that make it another matter',
    help: 'A query with one of these is about a paper or a payment, for example "fire certificate". The number then stands quietly below the answer.',
  }),
  lines: field(z.array(helpLine).default([]), { label: 'Numbers', help: 'Beside the general number of the country.' }),
});

/**
 * Whom to call in a country when there is no time to look for an office. The file name is the id of the jurisdiction.
 */
export const emergencies = z.strictObject({
  language: field(languageTag.default('en'), { label: 'Language' }),
  general: field(z.array(helpLine).min(1, 'Name the number to call in any danger.'), {
    label: 'Numbers for any danger',
    help: 'The first is shown on the home page.',
  }),
  urgent: field(z.array(line).default([]), {
    label: 'Words that say it is happening now',
    help: 'With one of these the number stands first whatever else the query says, for example "right now".',
  }),
  answers: field(z.array(emergencyAnswer).min(1, 'Describe an emergency.'), { label: 'Emergencies' }),
  regional: field(z.array(regionalLine).default([]), {
    label: 'Lines of States, counties or other regions',
    help: 'Shown to whoever names a place there, and by region on the page of all numbers.',
  }),
  sources: field(z.array(source).min(1, 'List the sources.'), { label: 'Sources' }),
  translations,
});
export type Emergencies = z.output<typeof emergencies>;
