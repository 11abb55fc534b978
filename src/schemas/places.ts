import * as z from 'zod';
import { field } from './field.ts';
import { line, slug } from './primitives.ts';
import { evidence, source } from './provenance.ts';

const region = z.strictObject({
  id: field(slug, { label: 'Region id' }),
  name: field(line, { label: 'Name' }),
  otherNames: field(z.array(line).default([]), { label: 'Other names and spellings' }),
  towns: field(z.array(line).default([]), {
    label: 'Main towns and quarters',
    help: 'A name that two regions share stands in both.',
  }),
});

/**
 * Regions of a country with their main towns: what somebody means who names a place. The file name is the id of the
 * jurisdiction.
 */
export const places = z.strictObject({
  level: field(line, { label: 'What a region is called', help: 'State or County.' }),
  regions: field(z.array(region).min(1, 'Name the regions.'), { label: 'Regions' }),
  evidence: field(evidence, { label: 'Evidence' }),
  sources: field(z.array(source).min(1, 'List the sources.'), { label: 'Sources' }),
});
export type Places = z.output<typeof places>;
