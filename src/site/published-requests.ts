import type { Language } from '../lib/locales.ts';
import type { Agency, Register } from '../register/register.ts';
import { crumbsTo, type Crumb } from './crumbs.ts';
import { urls } from './urls.ts';
import { jurisdictionOf, jurisdictionView } from './views/jurisdiction.ts';

/** Requests on one page of the public register. */
export const REQUESTS_PER_PAGE = 20;

/** What the pages of the register show around the requests to one agency. */
export interface AskedAgency {
  agency: Agency;
  name: string;
  /** The form; absent where no law gives the right to ask. */
  requestHref?: string;
  listHref: string;
  crumbs: Crumb[];
}

/** The agency that an address such as /ke/helb/requests/ names, or undefined. */
export function askedAgency(
  register: Register,
  { jurisdiction = '', agency: id = '' }: Partial<Record<string, string>>,
  language: Language,
): AskedAgency | undefined {
  const agency = register.agencies.get(id);
  if (agency?.data.jurisdiction !== jurisdiction) return undefined;
  const country = jurisdictionOf(register, agency);
  const { name, acronym } = register.in(language).charter(agency);
  const view = { name, acronym, href: urls.charter(language, agency) };
  return {
    agency,
    name: name.text,
    ...(country.data.informationLaw ? { requestHref: urls.request(language, agency) } : {}),
    listHref: urls.requests(language, agency),
    crumbs: crumbsTo(language, jurisdictionView(register, country, { language }), view),
  };
}

/** Which page of a list an address asks for, from 1. */
export function pageAsked(params: URLSearchParams): number {
  const typed = params.get('page') ?? '';
  return /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : 1;
}
