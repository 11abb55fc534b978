import type { Agency, Register } from '../../register/register.ts';
import { isGivenHere } from '../../schemas/service.ts';
import { urls } from '../urls.ts';
import type { ViewOptions } from './evidence.ts';

/** What a phone keeps of an agency to be read without a line. */
export interface KeptPages {
  name: string;
  /** Where it begins. */
  href: string;
  /** Addresses of pages, the charter first. */
  pages: string[];
}

/**
 * The pages of an agency that may be kept on a phone: its charter, what stands beside it, its services, and the form of
 * a complaint, which can be filled in without a line. A list of what may, so that what tells of somebody never can: no
 * case, no report of misconduct.
 */
export function keptPages(register: Register, agency: Agency, { language }: Pick<ViewOptions, 'language'>): KeptPages {
  const href = urls.charter(language, agency);
  return {
    name: register.in(language).charter(agency).name.text,
    href,
    pages: [
      href,
      ...agency.services.filter(isGivenHere).map(({ id }) => urls.service(language, agency, id)),
      urls.information(language, agency),
      ...(agency.html.trim() === '' ? [] : [urls.background(language, agency)]),
      urls.complain(language, agency),
    ],
  };
}
