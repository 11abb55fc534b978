import type { Language } from '../../lib/locales.ts';
import type { Register } from '../../register/register.ts';
import { crumbsTo, type Crumb } from '../../site/crumbs.ts';
import { translator } from '../../site/text.ts';
import { urls } from '../../site/urls.ts';

/** What the page on which one chooses the office to report shows. */
export interface ReportView {
  country: string;
  /** The bodies that reports go to, with the page of each. */
  bodies: { name: string; href: string }[];
  agencies: { name: string; href: string }[];
  crumbs: Crumb[];
}

export function reportView(register: Register, jurisdictionId: string, language: Language): ReportView {
  const jurisdiction = register.jurisdictions.get(jurisdictionId);
  if (!jurisdiction) throw new Error(`No jurisdiction "${jurisdictionId}" in the register.`);
  const country = translator({ language: 'en', translations: jurisdiction.data.translations }, language)(jurisdiction.data.name, 'name').text;
  const agencies = [...register.agencies.values()].filter(({ data }) => data.jurisdiction === jurisdictionId && data.status !== 'dissolved');
  const bodies = jurisdiction.data.antiCorruption.flatMap(({ agency }) => register.agencies.get(agency) ?? []);
  const byName = <T extends { name: string }>(a: T, b: T): number => a.name.localeCompare(b.name, language);
  const nameOf = (agency: (typeof agencies)[number]): string => translator(agency.data, language)(agency.data.name, 'name').text;
  return {
    country,
    bodies: bodies.map((agency) => ({ name: nameOf(agency), href: urls.charter(language, agency) })),
    agencies: agencies.map((agency) => ({ name: nameOf(agency), href: urls.misconduct(language, agency) })).sort(byName),
    crumbs: crumbsTo(language, { name: { text: country }, href: urls.jurisdiction(language, jurisdictionId) }),
  };
}
