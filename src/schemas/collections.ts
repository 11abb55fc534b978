import type * as z from 'zod';
import { charter } from './charter.ts';
import { commonProblems } from './common-problems.ts';
import { emergencies } from './emergency.ts';
import { finder } from './finder.ts';
import { guide } from './guide.ts';
import { jurisdiction } from './jurisdiction.ts';
import { notice } from './notice.ts';
import { places } from './places.ts';
import { portal } from './portal.ts';
import { service } from './service.ts';
import { topic } from './topic.ts';

/** Every kind of content file: where it lives, how it is written, which schema it must satisfy. */
export const collections = {
  portal: { folder: 'portal', depth: 1, format: 'yaml', schema: portal, label: 'Portal' },
  jurisdictions: { folder: 'jurisdictions', depth: 1, format: 'yaml', schema: jurisdiction, label: 'Jurisdiction' },
  charters: { folder: 'charters', depth: 1, format: 'mdx', schema: charter, label: 'Charter' },
  services: { folder: 'services', depth: 2, format: 'yaml', schema: service, label: 'Service' },
  topics: { folder: 'topics', depth: 1, format: 'yaml', schema: topic, label: 'Topic' },
  guides: { folder: 'guides', depth: 1, format: 'mdx', schema: guide, label: 'Guide' },
  notices: { folder: 'notices', depth: 1, format: 'yaml', schema: notice, label: 'Notice' },
  finder: { folder: 'finder', depth: 1, format: 'yaml', schema: finder, label: 'Guided finder' },
  commonProblems: {
    folder: 'common-problems',
    depth: 1,
    format: 'yaml',
    schema: commonProblems,
    label: 'Common problems',
  },
  emergencies: { folder: 'emergencies', depth: 1, format: 'yaml', schema: emergencies, label: 'Emergencies' },
  places: { folder: 'places', depth: 1, format: 'yaml', schema: places, label: 'Places' },
} as const;

export type CollectionName = keyof typeof collections;

/** What is edited at the desk. */
export const deskKinds = ['charters', 'services', 'notices', 'topics', 'guides'] as const satisfies CollectionName[];

export type EntryData<C extends CollectionName> = z.output<(typeof collections)[C]['schema']>;
