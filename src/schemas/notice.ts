import * as z from 'zod';
import { field } from './field.ts';
import { isoDate, line, paragraph, slug } from './primitives.ts';
import { evidence } from './provenance.ts';
import { translations } from './translation.ts';

/** A dated notice about one agency: a change in law, a closed office, a deadline. */
export const notice = z.strictObject({
  title: field(line, { label: 'Title', translatable: true }),
  text: field(paragraph, { label: 'Text', control: 'long-text', translatable: true }),
  agency: field(slug, { label: 'Agency', refersTo: 'agency' }),
  publishedOn: field(isoDate, { label: 'Published on' }),
  expiresOn: field(isoDate.optional(), { label: 'Shown until' }),
  evidence: field(evidence, { label: 'Evidence', help: 'Ids from the agency’s list of sources.' }),
  translations,
});
export type Notice = z.output<typeof notice>;
