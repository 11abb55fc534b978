import * as z from 'zod';
import { field } from '../schemas/field.ts';
import { isoDate, languageTag, line } from '../schemas/primitives.ts';

const words = z.array(z.union([line, z.number().transform(String)]).pipe(line)).default([]);

/** Tags of languages, and Sheng, which has none. */
const spoken = z.union([languageTag, z.literal('sheng')]);

/** What speakers of one language call offices and services, and who of them has read it. */
const spokenNames = z.strictObject({
  language: spoken,
  checkedBy: field(line.optional(), {
    label: 'Checked by',
    help: 'The native reader who has read the list. Without one it counts as not checked.',
  }),
  checkedOn: isoDate.optional(),
  words: z.record(z.string().regex(/^[a-z0-9-]+(?:\/[a-z0-9-]+)?$/, 'Name an agency, or agency/service.'), words),
});

/** Words of the search that belong to no single agency or service: content/search/vocabulary.yaml. */
export const vocabulary = z.strictObject({
  stopWords: field(z.record(spoken, words), {
    label: 'Words that are ignored',
    help: 'By language. They count only when a query has no other word.',
  }),
  weakWords: field(words, {
    label: 'Words that tell little',
    help: 'Words in so many queries and texts that they hardly tell one agency from another.',
  }),
  ordinaryWords: field(words, {
    label: 'Words that are spelt correctly',
    help: 'Words of daily life that no office answers, for example bread. They are never taken for a slip of a word that one does.',
  }),
  storyWords: field(words, {
    label: 'Words of a story',
    help: 'Common words that say little of the matter when somebody tells at length what happened. In a short query they count fully.',
  }),
  placeMatters: field(words, {
    label: 'Matters that are decided where one lives',
    help: 'What governments of regions and towns see to, for example a tenement rate. Where no office has the matter among its names, none is called the right one. It says nothing of who answers.',
  }),
  intents: field(
    z.strictObject({
      cost: field(words, { label: 'Asking for the price' }),
      time: field(words, { label: 'Asking how long it takes' }),
      place: field(words, { label: 'Asking where or when' }),
      complain: field(words, { label: 'Wanting to complain' }),
      information: field(words, { label: 'Wanting records or information' }),
      access: field(words, {
        label: 'Naming the right to information',
        help: 'Words of “information” that can mean nothing but a request by law; they open the form for one.',
      }),
    }),
    { label: 'What a query asks for' },
  ),
  conduct: field(
    z.strictObject({
      corruption: field(words, {
        label: 'Bribes and corruption',
        help: 'Leads to the anti-corruption bodies of the jurisdiction.',
      }),
      neglect: field(words, {
        label: 'Delay, silence, rudeness',
        help: 'Leads to the oversight ladder of the jurisdiction.',
      }),
    }),
    { label: 'How an office behaved' },
  ),
  synonyms: field(
    z.array(z.array(z.union([line, z.number().transform(String)]).pipe(line)).min(2, 'A group needs two words.')),
    {
      label: 'Words that mean the same',
      help: 'Each group is a list. A word may stand in one group only.',
    },
  ),
  spokenNames: field(z.array(spokenNames).default([]), {
    label: 'Names of offices and services by language',
    help: 'They count as popular names. A language without "checkedBy" has been checked by no native reader.',
  }),
});
export type Vocabulary = z.output<typeof vocabulary>;
export type SpokenNames = Vocabulary['spokenNames'];
export type Intent = keyof Vocabulary['intents'];
export type Conduct = keyof Vocabulary['conduct'];
