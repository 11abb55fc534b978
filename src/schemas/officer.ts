import * as z from 'zod';
import { field } from './field.ts';
import { emailAddress, line, slug } from './primitives.ts';

/** A charter desk officer who may sign in to the CMS, and the agencies whose charters the officer may edit. */
export const officer = z.strictObject({
  name: field(line, { label: 'Name' }),
  email: field(emailAddress, { label: 'E-mail' }),
  agencies: field(z.array(field(slug, { label: 'Agency', refersTo: 'agency' })).min(1), { label: 'Agencies' }),
  mayPublish: field(z.boolean().default(true), {
    label: 'May publish',
    help: 'Without it the officer saves drafts that another one publishes.',
  }),
  sample: field(z.boolean().default(false), {
    label: 'Sample officer',
    help: 'Signed in without a password on a local machine, and nowhere else.',
  }),
});
export const officerList = z.strictObject({ officers: z.array(officer) });
export type Officer = z.output<typeof officer>;
