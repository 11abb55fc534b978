import * as z from 'zod';
import { field } from './field.ts';
import { isoDate, languageTag, line, slug } from './primitives.ts';
import { source } from './provenance.ts';

/** A page of advice: how to complain, how to ask for information. Its text is the body of the file. */
export const guide = z.strictObject({
  title: field(line, { label: 'Title' }),
  summary: field(line, { label: 'In one sentence' }),
  language: field(languageTag.default('en'), { label: 'Language' }),
  translationOf: field(slug.optional(), { label: 'Translation of', help: 'Id of the guide that this one translates.' }),
  jurisdictions: field(z.array(field(slug, { label: 'Jurisdiction', refersTo: 'jurisdiction' })).default([]), {
    label: 'For which jurisdictions',
  }),
  reviewedOn: field(isoDate.optional(), { label: 'Reviewed on' }),
  sources: field(z.array(source).default([]), { label: 'Sources' }),
});
export type Guide = z.output<typeof guide>;
