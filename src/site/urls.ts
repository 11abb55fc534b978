import { localePath, type Language } from '../lib/locales.ts';
import type { Agency } from '../register/register.ts';

/** Addresses of the portal's pages, in one place. Every one ends in a slash and carries the language's prefix. */
export const urls = {
  home: (language: Language) => localePath(language, '/'),
  agencies: (language: Language) => localePath(language, '/agencies/'),
  countries: (language: Language) => localePath(language, '/countries/'),
  topics: (language: Language) => localePath(language, '/topics/'),
  topic: (language: Language, id: string) => localePath(language, `/topics/${id}/`),
  search: (language: Language) => localePath(language, '/search/'),
  finder: (language: Language) => localePath(language, '/finder/'),
  finderStep: (language: Language, country: string, step?: string) =>
    localePath(language, `/finder/${country}/${step ? `${step}/` : ''}`),
  /** With the country and the instant or day of receipt filled in, where they are given. */
  deadline: (language: Language, country?: string, received = '') =>
    `${localePath(language, '/deadline/')}${country ? `?country=${country}${received && `&received=${received.slice(0, 10)}`}` : ''}`,
  desk: (language: Language) => localePath(language, '/desk/'),
  deskSignIn: (language: Language) => localePath(language, '/desk/sign-in/'),
  feedback: (language: Language) => localePath(language, '/feedback/'),
  receipts: (language: Language) => localePath(language, '/receipts/'),
  cases: (language: Language) => localePath(language, '/cases/'),
  quality: (language: Language) => localePath(language, '/quality/'),
  qualityAgency: (language: Language, agencyId: string) => localePath(language, `/quality/${agencyId}/`),
  changes: (language: Language) => localePath(language, '/changes/'),
  allFeed: (language: Language) => localePath(language, '/feed.xml'),
  about: (language: Language) => localePath(language, '/about/'),
  privacy: (language: Language) => localePath(language, '/privacy/'),
  accessibility: (language: Language) => localePath(language, '/accessibility/'),
  onThisPhone: (language: Language) => localePath(language, '/on-this-phone/'),
  manifest: (language: Language) => localePath(language, '/manifest.webmanifest'),
  guide: (language: Language, id: string) => localePath(language, `/guides/${id}/`),
  jurisdiction: (language: Language, id: string) => localePath(language, `/${id}/`),
  informationRights: (language: Language, id: string) => localePath(language, `/${id}/information-rights/`),
  charter: (language: Language, agency: Agency) => localePath(language, `/${agency.data.jurisdiction}/${agency.id}/`),
  keptPages: (language: Language, agency: Agency) =>
    localePath(language, `/${agency.data.jurisdiction}/${agency.id}/pages.json`),
  emergency: (language: Language, id: string) => localePath(language, `/${id}/emergency/`),
  service: (language: Language, agency: Agency, serviceId: string) =>
    localePath(language, `/${agency.data.jurisdiction}/${agency.id}/${serviceId}/`),
  information: (language: Language, agency: Agency) =>
    localePath(language, `/${agency.data.jurisdiction}/${agency.id}/information/`),
  request: (language: Language, agency: Agency) =>
    localePath(language, `/${agency.data.jurisdiction}/${agency.id}/request/`),
  allRequests: (language: Language) => localePath(language, '/requests/'),
  allRequestsFeed: (language: Language) => localePath(language, '/requests/feed.xml'),
  /** What an agency was asked and answered, as far as the askers let it be published. */
  requests: (language: Language, agency: Agency, page?: string) =>
    localePath(language, `/${agency.data.jurisdiction}/${agency.id}/requests/${page ? `${page}/` : ''}`),
  requestsFeed: (language: Language, agency: Agency) =>
    localePath(language, `/${agency.data.jurisdiction}/${agency.id}/requests/feed.xml`),
  history: (language: Language, agency: Agency) =>
    localePath(language, `/${agency.data.jurisdiction}/${agency.id}/history/`),
  feed: (language: Language, agency: Agency) =>
    localePath(language, `/${agency.data.jurisdiction}/${agency.id}/feed.xml`),
  poster: (language: Language, agency: Agency) =>
    localePath(language, `/${agency.data.jurisdiction}/${agency.id}/poster/`),
  contactDesk: (language: Language, agency: Agency) =>
    localePath(language, `/${agency.data.jurisdiction}/${agency.id}/feedback/`),
  misconduct: (language: Language, agency: Agency) =>
    localePath(language, `/${agency.data.jurisdiction}/${agency.id}/report/`),
  misconductIn: (language: Language, jurisdictionId: string) => localePath(language, `/${jurisdictionId}/report/`),
  statistics: (language: Language, agencyId?: string) =>
    `${localePath(language, '/statistics/')}${agencyId ? `#${agencyId}` : ''}`,
  annualReport: (language: Language) => localePath(language, '/statistics/annual-report/'),
  addresses: (language: Language) => localePath(language, '/statistics/addresses/'),
  background: (language: Language, agency: Agency) =>
    localePath(language, `/${agency.data.jurisdiction}/${agency.id}/background/`),
  complain: (language: Language, agency: Agency, serviceId?: string) =>
    localePath(language, `/${agency.data.jurisdiction}/${agency.id}/${serviceId ? `${serviceId}/` : ''}complain/`),
  embedServices: (language: Language, agencyId: string) => localePath(language, `/embed/${agencyId}/services/`),
};
