import { localePath, type Language } from '../lib/locales.ts';

/** Addresses of the desk's own pages, in one place. */
export const deskUrls = {
  /** What waits to be done. */
  home: (language: Language) => localePath(language, '/desk/'),
  /** One body: its services and contacts with their figures; with a service, that one first. */
  body: (language: Language, agencyId: string, serviceId?: string) =>
    localePath(
      language,
      `/desk/bodies/${agencyId}/${serviceId ? `?${new URLSearchParams({ service: serviceId }).toString()}` : ''}`,
    ),
  /** One figure or contact; `at` is its path in the entry, such as fees.0 or contacts.2. Without a service: of the charter. */
  change: (language: Language, agencyId: string, at: string, serviceId?: string) =>
    localePath(
      language,
      `/desk/bodies/${agencyId}/change/?${new URLSearchParams({ ...(serviceId ? { service: serviceId } : {}), at }).toString()}`,
    ),
  /** What was published of a body, newest first, each with a way back. */
  published: (language: Language, agencyId: string) => localePath(language, `/desk/bodies/${agencyId}/published/`),
  /** How a publication stands: whether it is live. */
  publication: (language: Language, commit: string) =>
    localePath(language, `/desk/publication/?${new URLSearchParams({ commit }).toString()}`),
  /** Figures and contacts that nobody looked at for a year, each dated by one tap. */
  stillTrue: (language: Language, agencyId: string) => localePath(language, `/desk/bodies/${agencyId}/still-true/`),
  /** What is to be done for one body, for those who have many. */
  tasksOf: (language: Language, agencyId: string) =>
    localePath(language, `/desk/?${new URLSearchParams({ body: agencyId }).toString()}`),
  brief: (language: Language, agencyId: string) => localePath(language, `/desk/bodies/${agencyId}/brief/`),
  /** How other desks wrote the promise of a service; without one, of the first. */
  beside: (language: Language, agencyId: string, serviceId?: string) =>
    localePath(
      language,
      `/desk/bodies/${agencyId}/beside/${serviceId ? `?${new URLSearchParams({ service: serviceId }).toString()}` : ''}`,
    ),
  /** Languages and entries to translate; `into` and `entry` (collection/slug) lead to one. */
  translate: (language: Language, into?: string, entry?: string) =>
    localePath(
      language,
      `/desk/translate/${into && entry ? `?${new URLSearchParams({ into, entry }).toString()}` : ''}`,
    ),
  /** Drafts that wait; `draft` (collection/slug) is one of them. */
  review: (language: Language, draft?: string) => localePath(language, `/desk/review/${draft ? `${draft}/` : ''}`),
  /** Leads to a draft (collection/slug) as the page that it will be. */
  preview: (language: Language, draft: string) =>
    localePath(language, `/desk/preview/?${new URLSearchParams({ draft }).toString()}`),
  /** Two versions of an entry, to be joined. */
  merge: (language: Language, id: string) => localePath(language, `/desk/merge/${id}/`),
  importDocument: (language: Language, agencyId: string) => localePath(language, `/desk/bodies/${agencyId}/import/`),
  handbook: (language: Language, chapter?: string) =>
    localePath(language, `/desk/handbook/${chapter ? `${chapter}/` : ''}`),
};
