import * as z from 'zod';
import { field } from './field.ts';
import { line, paragraph, slug } from './primitives.ts';
import { translations } from './translation.ts';

/** A matter of life under which services are found, with the words people use for it. The file name is its id. */
export const topic = z.strictObject({
  name: field(line, { label: 'Name', translatable: true }),
  summary: field(paragraph, { label: 'Summary', translatable: true }),
  words: field(z.array(line).default([]), {
    label: 'Words people use',
    help: 'In any language: everyday words, slang, former names, common misspellings.',
  }),
  parent: field(slug.optional(), { label: 'Part of', refersTo: 'topic' }),
  order: field(z.number().int().nonnegative().default(100), { label: 'Order' }),
  translations,
});
export type Topic = z.output<typeof topic>;
