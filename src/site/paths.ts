import { defaultLanguage, languages, localePath } from '../lib/locales.ts';
import type { Agency, Register } from '../register/register.ts';
import { singlePaths } from './single-paths.ts';
import { urls } from './urls.ts';
import { finderSteps } from './views/finder.ts';
import { ownPages } from './views/guide.ts';

/** Pages beside the portal's own, by their path in the default language. */
export type FurtherPages = readonly string[];

/**
 * Every address that an edition of a register has, in every language: pages, feeds and the files made of content. What
 * is answered on demand, such as cases, is not among them.
 */
export function editionPaths(register: Register, further: FurtherPages = []): string[] {
  const paths = [
    ...generalPaths(register),
    ...further,
    ...[...register.agencies.values()].flatMap(agencyPaths(register)),
  ];
  return [...singlePaths, ...languages.flatMap((language) => paths.map((path) => localePath(language, path)))];
}

/** The file, from the root of the portal, under which what is made for an address is published. */
export function fileOf(path: string): string {
  if (path === '/404' || path === '/500') return `${path}.html`;
  return path.endsWith('/') ? `${path}index.html` : path;
}

function generalPaths(register: Register): string[] {
  return [
    ...[
      urls.home,
      urls.agencies,
      urls.countries,
      urls.topics,
      urls.finder,
      urls.quality,
      urls.changes,
      urls.allFeed,
      urls.about,
      urls.privacy,
      urls.accessibility,
      urls.onThisPhone,
      urls.manifest,
    ].map((url) => url(defaultLanguage)),
    ...[...register.topics.keys()].map((id) => urls.topic(defaultLanguage, id)),
    ...[...register.guides.values()]
      .filter(({ id, data }) => !data.translationOf && !ownPages.includes(id))
      .map(({ id }) => urls.guide(defaultLanguage, id)),
    ...[...register.finder.values()].flatMap((entry) => [
      urls.finderStep(defaultLanguage, entry.id),
      ...finderSteps(entry).map((step) => urls.finderStep(defaultLanguage, entry.id, step)),
    ]),
    ...[...register.jurisdictions.keys()].flatMap((id) => [
      urls.jurisdiction(defaultLanguage, id),
      urls.informationRights(defaultLanguage, id),
      urls.misconductIn(defaultLanguage, id),
      ...(register.emergencies.has(id) ? [urls.emergency(defaultLanguage, id)] : []),
    ]),
  ];
}

function agencyPaths(register: Register): (agency: Agency) => string[] {
  return (agency) => [
    ...[
      urls.charter,
      urls.information,
      urls.history,
      urls.feed,
      urls.poster,
      urls.contactDesk,
      urls.misconduct,
      urls.complain,
      urls.keptPages,
    ].map((url) => url(defaultLanguage, agency)),
    ...(agency.html.trim() === '' ? [] : [urls.background(defaultLanguage, agency)]),
    // Forms for requests stand only where a law gives the right to ask.
    ...(register.jurisdictions.get(agency.data.jurisdiction)?.data.informationLaw
      ? [urls.request(defaultLanguage, agency)]
      : []),
    urls.qualityAgency(defaultLanguage, agency.id),
    urls.embedServices(defaultLanguage, agency.id),
    ...agency.services.flatMap(({ id }) => [
      urls.service(defaultLanguage, agency, id),
      urls.complain(defaultLanguage, agency, id),
    ]),
  ];
}

/** The agency a path was made for. The paths come from the register, so it is always there. */
export function agencyOf(register: Register, id: string | undefined): Agency {
  const agency = register.agencies.get(id ?? '');
  if (!agency) throw new Error(`No agency "${id}" in the register.`);
  return agency;
}
