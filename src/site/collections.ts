import { getCollection } from 'astro:content';
import { buildRegister, type EntriesByCollection, type Register } from '../register/register.ts';
import type { CollectionName } from '../schemas/collections.ts';

let building: Promise<Register> | undefined;

/**
 * The register of everything published. The only place that reads Astro's collections; pages and views take it
 * from here.
 */
export function getRegister(): Promise<Register> {
  // In development content changes under a running server, so nothing is kept.
  if (import.meta.env.DEV) return build();
  building ??= build();
  return building;
}

async function build(): Promise<Register> {
  const names: CollectionName[] = [
    'portal',
    'jurisdictions',
    'charters',
    'services',
    'topics',
    'guides',
    'notices',
    'finder',
    'emergencies',
    'places',
  ];
  const lists = await Promise.all(
    names.map(async (name) => {
      const entries = await getCollection(name);
      return [
        name,
        entries.map((entry) => ({ id: entry.id, data: entry.data, html: entry.rendered?.html ?? '' })),
      ] as const;
    }),
  );
  return buildRegister(Object.fromEntries(lists) as unknown as EntriesByCollection);
}
