import * as z from 'zod';
import { field } from './field.ts';
import { line, slug } from './primitives.ts';
import { evidence, source } from './provenance.ts';

const locality = z.strictObject({
  name: field(line, { label: 'Name' }),
  otherNames: field(z.array(line).default([]), { label: 'Other names that people use' }),
  evidence: field(evidence, { label: 'Evidence for the other names' }),
});

const region = z.strictObject({
  id: field(slug, { label: 'Region id' }),
  name: field(line, { label: 'Name' }),
  code: field(
    z
      .string()
      .regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, 'Write a code such as KE-30.')
      .optional(),
    {
      label: 'Code (ISO 3166-2)',
    },
  ),
  seat: field(line.optional(), {
    label: 'Seat of its government',
    help: 'Where sources differ, leave it empty and list the towns.',
  }),
  otherNames: field(z.array(line).default([]), { label: 'Other names and spellings' }),
  towns: field(z.array(line).default([]), {
    label: 'Towns, estates and quarters',
    help: 'A name that several regions share stands in each of them.',
  }),
  localities: field(z.array(locality).default([]), {
    label: 'Towns and estates with other names',
    help: 'For example Kitengela, which people call Kite.',
  }),
});

/**
 * Regions of a country with their towns and estates: what somebody means who names a place. The file name is the id of
 * the jurisdiction.
 */
export const places = z.strictObject({
  level: field(line, { label: 'What a region is called', help: 'State or County.' }),
  regions: field(z.array(region).min(1, 'Name the regions.'), { label: 'Regions' }),
  alsoWords: field(z.array(line).default([]), {
    label: 'Names that are words of another meaning',
    help: 'The search takes such a word for the place only together with what a region is called: Rivers State.',
  }),
  evidence: field(evidence, { label: 'Evidence' }),
  sources: field(z.array(source).min(1, 'List the sources.'), { label: 'Sources' }),
});
export type Places = z.output<typeof places>;
