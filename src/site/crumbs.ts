import type { Language } from '../lib/locales.ts';
import { pageTexts } from '../texts/texts.ts';
import { urls } from './urls.ts';
import type { AgencyView } from './views/agency.ts';
import type { JurisdictionView } from './views/jurisdiction.ts';

export interface Crumb {
  label: string;
  href: string;
}

/** The way from the home page down to a country and, where given, one of its agencies. */
export function crumbsTo(
  language: Language,
  jurisdiction: Pick<JurisdictionView, 'name' | 'href'>,
  agency?: Pick<AgencyView, 'acronym' | 'name' | 'href'>,
): Crumb[] {
  return [
    { label: pageTexts('shell', language).home, href: urls.home(language) },
    { label: jurisdiction.name.text, href: jurisdiction.href },
    ...(agency ? [{ label: agency.acronym ?? agency.name.text, href: agency.href }] : []),
  ];
}
