import { defaultLanguage, languages, type Language } from '../lib/locales.ts';
import type { Agency, Register, RegisteredService } from '../register/register.ts';

/*
 * getStaticPaths for each kind of page: one path for every language. The default language has no
 * segment of its own, which Astro expresses as an undefined rest parameter.
 */

interface LanguagePath {
  params: { language: string | undefined };
  props: { language: Language };
}

export function languagePaths(): LanguagePath[] {
  return languages.map((language) => ({
    params: { language: language === defaultLanguage ? undefined : language },
    props: { language },
  }));
}

export function jurisdictionPaths(register: Register) {
  return languagePaths().flatMap(({ params, props }) =>
    [...register.jurisdictions.keys()].map((jurisdiction) => ({ params: { ...params, jurisdiction }, props })),
  );
}

/** Emergency numbers have a page where the content has any. */
export function emergencyPaths(register: Register) {
  return jurisdictionPaths(register).filter(({ params }) => register.emergencies.has(params.jurisdiction));
}

export function agencyPaths(register: Register) {
  return languagePaths().flatMap(({ params, props }) =>
    [...register.agencies.values()].map((agency: Agency) => ({
      params: { ...params, jurisdiction: agency.data.jurisdiction, agency: agency.id },
      props,
    })),
  );
}

/** Forms for requests stand only where a law gives the right to ask. */
export function requestPaths(register: Register) {
  return agencyPaths(register).filter(
    ({ params }) => register.jurisdictions.get(params.jurisdiction)?.data.informationLaw !== undefined,
  );
}

export function servicePaths(register: Register) {
  return agencyPaths(register).flatMap(({ params, props }) =>
    (register.agencies.get(params.agency)?.services ?? []).map((service: RegisteredService) => ({
      params: { ...params, service: service.id },
      props,
    })),
  );
}

/** The agency a path was made for. The paths come from the register, so it is always there. */
export function agencyOf(register: Register, id: string): Agency {
  const agency = register.agencies.get(id);
  if (!agency) throw new Error(`No agency "${id}" in the register.`);
  return agency;
}
