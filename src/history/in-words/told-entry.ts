import type { Language } from '../../lib/locales.ts';
import type { Register } from '../../register/register.ts';
import type { Source } from '../../schemas/provenance.ts';
import type { ToldChange } from './told-change.ts';

/** A file of the repository before and after: no text where it did not exist, or is to be gone. */
export interface ChangedFile {
  path: string;
  before?: string | undefined;
  after?: string | undefined;
}

/** What is told of one entry. */
export interface ToldEntry {
  /** The body's short name and the entry's own. */
  names: string[];
  changes: ToldChange[];
}

/** What telling of an entry needs to know. */
export interface Telling {
  language: Language;
  register: Register;
  /** Sources that the same change adds. */
  added: Source[];
}

/** A body by its acronym, where it has one. */
export function shortName(agency: string, register: Register): string {
  const data = register.agencies.get(agency)?.data;
  return data?.acronym ?? data?.name ?? agency;
}
