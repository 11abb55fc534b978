import * as z from 'zod';
import { field } from './field.ts';
import { emailAddress, languageTag, line, slug } from './primitives.ts';

export const officerRole = z.enum(['desk-officer', 'reviewer', 'administrator']);
export type OfficerRole = z.output<typeof officerRole>;

/** Somebody who may sign in to the charter desk, and how far what they may edit reaches. */
export const officer = z
  .strictObject({
    name: field(line, { label: 'Name' }),
    email: field(emailAddress, { label: 'E-mail' }),
    role: field(officerRole.default('desk-officer'), {
      label: 'Role',
      help: 'desk-officer: edits the agencies listed. reviewer: reads, sends back and publishes what desk officers of a country wrote. administrator: edits everything, topics and guides too.',
    }),
    agencies: field(z.array(field(slug, { label: 'Agency', refersTo: 'agency' })).default([]), {
      label: 'Agencies',
      help: 'Those of a desk officer.',
    }),
    jurisdictions: field(z.array(field(slug, { label: 'Jurisdiction', refersTo: 'jurisdiction' })).default([]), {
      label: 'Countries',
      help: 'Those of a reviewer; none listed means all.',
    }),
    account: field(
      z
        .string()
        .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'Write the name of the account alone, without "@".')
        .optional(),
      {
        label: 'Account at the git host',
        help: 'Where the content lies at GitHub, GitLab, Gitea or Forgejo: whose pull requests are this officer’s.',
      },
    ),
    mayPublish: field(z.boolean().default(true), {
      label: 'May publish',
      help: 'Without it the officer saves drafts that a reviewer or another officer publishes.',
    }),
    language: field(languageTag.optional(), {
      label: 'Language of mails',
      help: 'In which the desk writes to them; English where none is given.',
    }),
    sample: field(z.boolean().default(false), {
      label: 'Sample officer',
      help: 'Signed in without a password on a local machine, and nowhere else.',
    }),
  })
  .superRefine(({ role, agencies, jurisdictions }, context) => {
    if (role === 'desk-officer' && agencies.length === 0)
      context.addIssue({
        code: 'custom',
        path: ['agencies'],
        message: 'A desk officer edits listed agencies: name at least one, or give another role.',
      });
    if (role !== 'reviewer' && jurisdictions.length > 0)
      context.addIssue({
        code: 'custom',
        path: ['jurisdictions'],
        message: 'Only a reviewer has countries: remove them, or make the role "reviewer".',
      });
  });
export const officerList = z.strictObject({ officers: z.array(officer) });
export type Officer = z.output<typeof officer>;
