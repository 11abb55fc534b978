import * as z from 'zod';
import { contactRole } from './contact.ts';
import { duration } from './duration.ts';
import { field } from './field.ts';
import { line, slug } from './primitives.ts';
import { evidence } from './provenance.ts';

/**
 * One rung of a redress ladder: a contact of the agency itself, or another agency in the register
 * (an ombudsman, a regulator). Contact details of redress bodies are stored once, in their own charter.
 */
export const redressRung = z
  .strictObject({
    contact: field(slug.optional(), {
      label: 'Contact of this agency',
      help: 'Id of one of the contacts above.',
      refersTo: 'contact',
    }),
    agency: field(slug.optional(), {
      label: 'Other agency',
      help: 'Id of the body to turn to next.',
      refersTo: 'agency',
    }),
    role: field(contactRole.default('complaint'), { label: 'Which of its contacts' }),
    fileWithin: field(duration.optional(), {
      label: 'Complain within',
      help: 'How long after the event one may still complain here.',
    }),
    decideWithin: field(duration.optional(), { label: 'Decided within', help: 'How long the body has to answer.' }),
    note: field(line.optional(), { label: 'Note', translatable: true }),
    evidence: field(evidence, { label: 'Evidence' }),
  })
  .superRefine((rung, context) => {
    if (Boolean(rung.contact) === Boolean(rung.agency)) {
      context.addIssue({
        code: 'custom',
        path: ['contact'],
        message: 'A rung names either one of the agency’s own contacts or another agency, not both and not neither.',
      });
    }
  });
export type RedressRung = z.output<typeof redressRung>;
