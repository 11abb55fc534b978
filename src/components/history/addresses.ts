import { localePath, type Language } from '../../lib/locales.ts';
import type { Agency } from '../../register/register.ts';

/** Addresses of the pages and feeds that tell what changed. */
export const historyAddresses = {
  agency: (language: Language, agency: Agency) => localePath(language, `/${agency.data.jurisdiction}/${agency.id}/history/`),
  agencyFeed: (language: Language, agency: Agency) => localePath(language, `/${agency.data.jurisdiction}/${agency.id}/feed.xml`),
  all: (language: Language) => localePath(language, '/changes/'),
  allFeed: (language: Language) => localePath(language, '/feed.xml'),
};
