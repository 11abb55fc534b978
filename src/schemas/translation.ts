import * as z from 'zod';
import { field } from './field.ts';
import { languageTag, prose } from './primitives.ts';

/** Identifies a text that was translated (see `lib/fingerprint.ts`). */
export const textFingerprint = z
  .string()
  .regex(/^[0-9a-f]{8}$/, 'Run "npm run check:content" to learn the fingerprint of the text this translates.');

/**
 * A translation of one text of the entry it stands in. `of` is the fingerprint of the text that was
 * translated (see `lib/fingerprint.ts`); when the text changes, the fingerprint no longer fits and the
 * translation is shown as stale instead of silently contradicting the original.
 */
export const translation = z.strictObject({
  language: field(languageTag, { label: 'Language', help: 'For example sw for Kiswahili.' }),
  field: field(
    z
      .string()
      .regex(/^[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*$/, 'Write the path of the field, for example name or steps.0.client.'),
    {
      label: 'Field',
      help: 'Which text this translates: a path such as name or requirements.0.what (lists count from 0), or body for the text under the fields of a charter.',
    },
  ),
  text: field(prose, { label: 'Translation', control: 'long-text' }),
  of: field(textFingerprint, {
    label: 'Fingerprint of the translated text',
    help: 'Eight characters that identify the text that was translated, so that a stale translation is seen.',
  }),
});
export type Translation = z.output<typeof translation>;

export const translations = field(z.array(translation).default([]), {
  label: 'Translations',
  one: 'a translation',
  help: 'Figures are never translated; they come from the data.',
});
