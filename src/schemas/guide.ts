import * as z from 'zod';
import { field } from './field.ts';
import { isoDate, languageTag, line, slug } from './primitives.ts';
import { source } from './provenance.ts';
import { textFingerprint } from './translation.ts';

/** The texts of a guide that stand anew in the file of its translation. */
const translatedTexts = z.strictObject({
  title: field(textFingerprint.optional(), { label: 'Title' }),
  summary: field(textFingerprint.optional(), { label: 'In one sentence' }),
  body: field(textFingerprint.optional(), { label: 'Text' }),
});

/** A page of advice: how to complain, how to ask for information. Its text is the body of the file. */
export const guide = z.strictObject({
  title: field(line, { label: 'Title' }),
  summary: field(line, { label: 'In one sentence' }),
  language: field(languageTag.default('en'), { label: 'Language' }),
  translationOf: field(slug.optional(), { label: 'Translation of', help: 'Id of the guide that this one translates.' }),
  of: field(translatedTexts.optional(), {
    label: 'Fingerprints of the translated texts',
    help: 'Written by the desk when somebody translates there, so that a stale translation is seen.',
    control: 'hidden',
  }),
  jurisdictions: field(z.array(field(slug, { label: 'Jurisdiction', refersTo: 'jurisdiction' })).default([]), {
    label: 'For which jurisdictions',
  }),
  reviewedOn: field(isoDate.optional(), { label: 'Reviewed on' }),
  sources: field(z.array(source).default([]), { label: 'Sources' }),
});
export type Guide = z.output<typeof guide>;
