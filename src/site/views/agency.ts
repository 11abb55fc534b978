import { hearsOf } from '../../register/doors.ts';
import type { Text } from '../../register/localise.ts';
import type { Agency, Register } from '../../register/register.ts';
import type { ReadSource } from '../../register/read-provenance.ts';
import { urls } from '../urls.ts';
import type { ViewOptions } from './evidence.ts';

/** What every page about an agency shows: its name and the ways to its other pages. */
export interface AgencyView {
  id: string;
  /** Nobody has described it yet. */
  stub: boolean;
  href: string;
  complainHref: string;
  /** Of a body that hears of bribes: the protected report, without a name. */
  reportHref?: string;
  informationHref: string;
  /** The form of a request for information. It stands only where the country has an information law. */
  requestHref: string;
  /** What it was asked and answered, as far as that is published. */
  requestsHref: string;
  embedHref: string;
  /** The page with the charter's prose, where it has any. */
  backgroundHref: string;
  historyHref: string;
  feedHref: string;
  posterHref: string;
  qualityHref: string;
  contactHref: string;
  misconductHref: string;
  /** The list of its pages that a phone may keep. */
  keptHref: string;
  statisticsHref: string;
  name: Text;
  acronym?: string;
  summary: Text;
  /** By which its figures and statements are numbered. */
  sources: ReadSource[];
}

/** Makes what every page about an agency shows. */
export function agencyView(
  register: Register,
  agency: Agency,
  { language }: Pick<ViewOptions, 'language'>,
): AgencyView {
  const { jurisdiction } = agency.data;
  const { name, acronym, summary, sources, completeness } = register.in(language).charter(agency);
  const hears = hearsOf(register.jurisdictions.get(jurisdiction)?.data, agency.id);
  return {
    id: agency.id,
    stub: completeness === 'stub',
    href: urls.charter(language, agency),
    complainHref: urls.complain(language, agency),
    reportHref: hears === 'corruption' ? urls.misconductIn(language, jurisdiction) : undefined,
    informationHref: urls.information(language, agency),
    requestHref: urls.request(language, agency),
    requestsHref: urls.requests(language, agency),
    embedHref: urls.embedServices(language, agency.id),
    backgroundHref: urls.background(language, agency),
    historyHref: urls.history(language, agency),
    feedHref: urls.feed(language, agency),
    posterHref: urls.poster(language, agency),
    qualityHref: urls.qualityAgency(language, agency.id),
    contactHref: urls.contactDesk(language, agency),
    misconductHref: urls.misconduct(language, agency),
    keptHref: urls.keptPages(language, agency),
    statisticsHref: urls.statistics(language, agency.id),
    name,
    acronym,
    summary,
    sources,
  };
}
