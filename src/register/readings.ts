import type * as z from 'zod';
import type { Language } from '../lib/locales.ts';
import { collections, type CollectionName, type EntryData } from '../schemas/collections.ts';
import { localiser, type LocalisedEntry, type Translated } from './localise.ts';

type TranslatedCollection = {
  [C in CollectionName]: EntryData<C> extends Translated ? C : never;
}[CollectionName];

/** An entry of a collection as a reader of one language gets it. */
export type Reading<C extends TranslatedCollection> = LocalisedEntry<EntryData<C>>;

type Read<C extends TranslatedCollection> = (entry: { data: EntryData<C> }) => Reading<C>;

/** The entries of a register in one language. */
export interface Readings {
  jurisdiction: Read<'jurisdictions'>;
  charter: Read<'charters'>;
  /** A service is written in the language of its agency's charter, which the register knows. */
  service(service: { data: EntryData<'services'>; language: string }): Reading<'services'>;
  topic: Read<'topics'>;
  notice: Read<'notices'>;
  finder: Read<'finder'>;
  commonProblems: Read<'commonProblems'>;
  emergencies: Read<'emergencies'>;
}

/**
 * The entries of a register in a language. Each is made when it is first asked for and kept as long as the
 * register is.
 */
export function readings(language: Language): Readings {
  return {
    jurisdiction: reader(collections.jurisdictions.schema, language),
    charter: reader(collections.charters.schema, language),
    service: reader(collections.services.schema, language),
    topic: reader(collections.topics.schema, language),
    notice: reader(collections.notices.schema, language),
    finder: reader(collections.finder.schema, language),
    commonProblems: reader(collections.commonProblems.schema, language),
    emergencies: reader(collections.emergencies.schema, language),
  };
}

function reader<T extends Translated>(
  schema: z.ZodType<T>,
  language: Language,
): (entry: { data: T; language?: string }) => LocalisedEntry<T> {
  const localise = localiser(schema);
  const known = new WeakMap<T, LocalisedEntry<T>>();
  return ({ data, language: original }) => {
    const read = known.get(data) ?? localise(data, language, original);
    known.set(data, read);
    return read;
  };
}
