import * as z from 'zod';
import { field } from './field.ts';
import { languageTag, line, slug } from './primitives.ts';
import { translations } from './translation.ts';

const text = field(line, {
  label: 'Problem',
  help: 'In the words of somebody who has it, as short as a button.',
  translatable: true,
});

/** A problem with the one address that it leads to. */
const commonProblem = z.discriminatedUnion('to', [
  z
    .strictObject({
      to: field(z.literal('service'), { label: 'Leads to a service' }),
      text,
      service: field(z.string(), {
        label: 'Service',
        help: 'As agency/service, for example nimc/nin-slip-lost.',
        refersTo: 'service',
      }),
    })
    .meta({ title: 'A service' }),
  z
    .strictObject({
      to: field(z.literal('finder'), { label: 'Leads into the guided finder' }),
      text,
      step: field(slug, {
        label: 'Step',
        help: 'The id of a question or of an outcome in the finder of this country.',
      }),
    })
    .meta({ title: 'A question of the finder' }),
  z
    .strictObject({
      to: field(z.literal('search'), { label: 'Leads to an answer of the search' }),
      text,
      words: field(line, { label: 'Words', help: 'What is searched for.', translatable: true }),
    })
    .meta({ title: 'A search' }),
  z
    .strictObject({
      to: field(z.literal('report'), { label: 'Leads to the report without a name' }),
      text,
    })
    .meta({ title: 'The report of a bribe' }),
]);
export type CommonProblem = z.output<typeof commonProblem>;

/** More than a home page shows of a country without becoming a list to read. */
const PROBLEMS_MAX = 4;

/**
 * What people of a country ask most, for its home page. The file name is the id of the jurisdiction.
 */
export const commonProblems = z.strictObject({
  language: field(languageTag.default('en'), { label: 'Language' }),
  problems: field(
    z
      .array(commonProblem)
      .min(1, 'Name a problem, or remove the file.')
      .max(
        PROBLEMS_MAX,
        `The home page has room for ${PROBLEMS_MAX} of a country; choose those that most people have.`,
      ),
    { label: 'Problems', help: 'The one that most people have comes first.' },
  ),
  translations,
});
export type CommonProblems = z.output<typeof commonProblems>;
