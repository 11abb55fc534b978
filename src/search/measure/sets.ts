import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Register } from '../../register/register.ts';
import { assess } from '../assess.ts';
import { ANSWERABLE, chanceOf, featuresOf, RIGHT, type Features } from '../chance.ts';
import type { Confidence } from '../confidence.ts';
import type { SearchEntity } from '../documents.ts';
import type { IndexStore } from '../store.ts';
import { judge, parseTestQueries, type QueryOutcome, type TestQuery } from './metrics.ts';

export interface QuerySet {
  name: string;
  queries: TestQuery[];
}

/** A half that was never looked into. */
export function isUnseen(set: string): boolean {
  return set.endsWith('-unseen');
}

/** Offices of places, in which nothing can be learned about words. */
export function isElsewhere(set: string): boolean {
  return set.startsWith('elsewhere');
}

/** All sets of a folder. */
export async function readSets(folder: string): Promise<QuerySet[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  return Promise.all(
    files.map(async (file) => ({
      name: file.replace(/\.json$/, ''),
      queries: parseTestQueries(await readFile(join(folder, file), 'utf8')),
    })),
  );
}

/** A query with what was answered, and with how likely the answer was held to be right. */
export interface Assessed {
  set: string;
  outcome: QueryOutcome;
  confidence: Confidence;
  /** The first of the ranking is right, whether it was shown or not. */
  firstRight: boolean;
  /** Absent where nothing matched or the words speak of conduct, which is not weighed. */
  features?: Features;
  chance?: { answerable: number; right: number };
}

/** Asks all queries of the sets. */
export async function assessSets(
  sets: QuerySet[],
  store: IndexStore,
  entities: SearchEntity[],
  register: Register,
): Promise<Assessed[]> {
  const { countries } = await store.manifest();
  const found: Assessed[] = [];
  for (const { name, queries } of sets) {
    for (const query of queries) {
      const wanted = countryOf(register, query);
      const { ranked, confidence, parsed } = await assess(
        query.q,
        countries.find(({ id }) => id === wanted),
        store,
      );
      const ids = ranked.map(({ entity }) => entities[entity]?.id ?? '');
      const [best, second] = ranked;
      const weighed = best?.evidence && !parsed.signals.has('corruption');
      const features = weighed ? featuresOf(best, second) : undefined;
      found.push({
        set: name,
        outcome: judge(query, confidence === 'none' ? [] : ids, confidence === 'sure'),
        confidence,
        firstRight: query.expect.includes(ids[0] ?? ''),
        ...(features && {
          features,
          chance: { answerable: chanceOf(features, ANSWERABLE), right: chanceOf(features, RIGHT) },
        }),
      });
    }
  }
  return found;
}

/** The id of the country that a query of a set names by id, name or code. */
export function countryOf({ jurisdictions }: Register, { country }: TestQuery): string | undefined {
  const wanted = country?.toLowerCase();
  return [...jurisdictions].find(
    ([id, { data }]) => id === wanted || data.name.toLowerCase() === wanted || data.code.toLowerCase() === wanted,
  )?.[0];
}
