import * as z from 'zod';
import { field } from './field.ts';
import { emailAddress, line, paragraph, webAddress } from './primitives.ts';

/** Whose portal this is. Shown on every page, so that a demonstration is never taken for a government's own site. */
export const portal = z.strictObject({
  name: field(line, { label: 'Name of the portal' }),
  publisher: field(line, { label: 'Publisher' }),
  publisherKind: field(z.enum(['government', 'watchdog', 'demonstration']), { label: 'Kind of publisher' }),
  operatorEmail: field(emailAddress, { label: 'E-mail of the operator', help: 'Receives what cannot be delivered to an agency.' }),
  senderEmail: field(emailAddress, { label: 'Sender of the portal’s mail' }),
  siteUrl: field(webAddress.optional(), { label: 'Public web address', help: 'Empty on a local machine.' }),
  about: field(paragraph, { label: 'About this portal' }),
});
export type Portal = z.output<typeof portal>;
