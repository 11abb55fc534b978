import { localePath, type Language } from '../../lib/locales.ts';

/** Addresses of the pages on the quality of charters. */
export const qualityUrls = {
  overview: (language: Language): string => localePath(language, '/quality/'),
  agency: (language: Language, agencyId: string): string => localePath(language, `/quality/${agencyId}/`),
};
