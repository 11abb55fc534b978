import * as z from 'zod';
import { emergencyKind } from './emergency.ts';
import { field } from './field.ts';
import { languageTag, line, slug } from './primitives.ts';
import { translations } from './translation.ts';

const answer = z.strictObject({
  text: field(line, { label: 'Answer', help: 'In the words of somebody who has the problem.', translatable: true }),
  to: field(slug, { label: 'Leads to', help: 'The id of the next question or of an outcome.' }),
});

const question = z.strictObject({
  id: field(slug, { label: 'Question id', help: 'Part of the address of its page, for example lost-or-new.' }),
  text: field(line, { label: 'Question', translatable: true }),
  help: field(line.optional(), {
    label: 'Help',
    help: 'A sentence for those who are not sure what to answer.',
    translatable: true,
  }),
  answers: field(
    z
      .array(answer)
      .min(2, 'A question needs at least two answers.')
      .max(16, 'More than 16 answers are hard to choose from; ask another question first.'),
    {
      label: 'Answers',
    },
  ),
});

const outcome = z
  .strictObject({
    id: field(slug, { label: 'Outcome id', help: 'Part of the address of its page.' }),
    text: field(line, {
      label: 'In one sentence',
      help: 'What happens there, for somebody who does not know the office.',
      translatable: true,
    }),
    agency: field(slug.optional(), { label: 'Agency', help: 'When no single service fits.', refersTo: 'agency' }),
    service: field(z.string().optional(), {
      label: 'Service',
      help: 'As agency/service, for example nimc/nin-slip-lost.',
      refersTo: 'service',
    }),
    emergency: field(emergencyKind.optional(), {
      label: 'Emergency',
      help: 'Where danger may lead here: the numbers of the country for this kind stand first on the page. Enough without an office.',
    }),
    next: field(z.enum(['read', 'complain', 'ask']).default('read'), {
      label: 'Next step',
      help: 'read: how the service works. complain: the complaint form. ask: how to ask for information.',
    }),
  })
  .superRefine(({ agency, service, emergency }, context) => {
    const offices = [agency, service].filter((named) => named !== undefined).length;
    if (offices > 1 || (offices === 0 && emergency === undefined)) {
      context.addIssue({
        code: 'custom',
        path: [],
        message:
          'Name either a service or an agency, not both; an outcome without either is a dead end, unless it names an emergency.',
      });
    }
  });

/**
 * Questions that lead somebody with a problem to the office that handles it. The file name is the id of the
 * jurisdiction.
 */
export const finder = z.strictObject({
  language: field(languageTag.default('en'), { label: 'Language' }),
  start: field(slug, { label: 'First question' }),
  questions: field(z.array(question).min(1, 'A finder needs a question.'), { label: 'Questions' }),
  outcomes: field(z.array(outcome).min(1, 'A finder needs an outcome.'), { label: 'Outcomes' }),
  translations,
});
export type Finder = z.output<typeof finder>;
export type FinderQuestion = Finder['questions'][number];
export type FinderOutcome = Finder['outcomes'][number];

/** The id of the agency that an outcome names, by itself or through a service; empty for one of an emergency alone. */
export function agencyOfOutcome({ agency, service }: Pick<FinderOutcome, 'agency' | 'service'>): string {
  return agency ?? service?.split('/')[0] ?? '';
}
