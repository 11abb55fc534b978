import * as z from 'zod';
import { defaultLanguage } from '../lib/locales.ts';
import { field } from './field.ts';
import { emailAddress, languageTag, line, paragraph, webAddress } from './primitives.ts';

/**
 * A version 3 onion service (rend-spec-v3): 56 letters and digits of its key. Tor itself encrypts the way, so plain
 * http is right here.
 */
const onionAddress = z
  .string()
  .regex(
    /^https?:\/\/(?:[a-z0-9-]+\.)*[a-z2-7]{56}\.onion\/?$/,
    'Write the whole onion address: http://, 56 letters and digits, .onion',
  );

/**
 * The version of what content consists of and where it lies. Content that names none is of version 1; what led to each
 * later one is in src/own-content/migrations.ts.
 */
export const CONTENT_SCHEMA = 3;

/** Whose portal this is. Shown on every page, so that a demonstration is never taken for a government's own site. */
export const portal = z.strictObject({
  schema: field(
    z
      .number()
      .int()
      .min(1)
      .max(
        CONTENT_SCHEMA,
        `The content is of a newer version than this code reads, which is ${CONTENT_SCHEMA}. Update the code: git pull && npm ci.`,
      )
      .default(1),
    { label: 'Version of the content', help: 'Written by npm run init and npm run migrate:content.' },
  ),
  name: field(line, { label: 'Name of the portal' }),
  publisher: field(line, { label: 'Publisher' }),
  publisherKind: field(z.enum(['government', 'watchdog', 'demonstration']), { label: 'Kind of publisher' }),
  operatorEmail: field(emailAddress, {
    label: 'E-mail of the operator',
    help: 'Receives what cannot be delivered to an agency.',
  }),
  senderEmail: field(emailAddress, { label: 'Sender of the portal’s mail' }),
  siteUrl: field(webAddress.optional(), { label: 'Public web address', help: 'Empty on a local machine.' }),
  onionAddress: field(onionAddress.optional(), {
    label: 'Onion address',
    help: 'Where this portal can be reached with the Tor Browser, for example http://….onion. Shown to whoever reports misconduct.',
  }),
  languages: field(
    z
      .array(
        z.strictObject({
          code: field(languageTag, { label: 'Code', help: 'Its texts stand in src/texts under this code.' }),
          name: field(line, { label: 'Name', help: 'What the language calls itself.' }),
          territory: field(
            z
              .string()
              .regex(/^[A-Z]{2}$/, 'Write the two-letter country code.')
              .optional(),
            {
              label: 'Country of its readers',
              help: 'Told to sites that show a shared page, for example KE.',
            },
          ),
        }),
      )
      .refine((list) => list.length === 0 || list.some(({ code }) => code === defaultLanguage), {
        message: 'English has to be among them: it stands in where a translation is missing.',
      })
      .optional(),
    {
      label: 'Languages of the interface',
      help: 'In which languages the portal can be read, in the order of the switches. Empty: in every language that has texts. A change takes effect when the portal is built anew.',
    },
  ),
  keepOnPhones: field(z.boolean().default(true), {
    label: 'Pages may be kept on a phone',
    help: 'Whether a reader may keep an agency’s pages to read them without a line. Switched off, phones that keep some forget them at their next visit.',
  }),
  about: field(paragraph, { label: 'About this portal' }),
});
export type Portal = z.output<typeof portal>;
