import { defaultLanguage } from '../lib/locales.ts';
import type { Agency, Register } from '../register/register.ts';
import { isGivenHere } from '../schemas/service.ts';
import { urls } from './urls.ts';
import { ownPages } from './views/guide.ts';

/**
 * A page to be read. Its address is that of the default language; every other language has the same below its prefix.
 */
export interface PublicPage {
  path: string;
  /** The day of its last change (ISO 8601), where the record of the content tells. */
  changed?: string;
}

/** When something last changed (ISO 8601, UTC), as far as the record of the content tells. */
export interface Changes {
  newest?: string;
  /** By agency (inec) and by service (inec/voter-registration). */
  of: ReadonlyMap<string, string>;
}

/**
 * Every page that search engines should know: all that is read, and nothing that is only filled in, framed or
 * printed. A portal that keeps no cases has no figures of them.
 */
export function publicPages(register: Register, changes: Changes, keepsCases = true): PublicPage[] {
  const language = defaultLanguage;
  const page = (path: string, changed?: string): PublicPage => ({
    path,
    ...(changed ? { changed: changed.slice(0, 10) } : {}),
  });
  const lists = [
    urls.home,
    urls.agencies,
    urls.countries,
    urls.topics,
    urls.finder,
    urls.quality,
    urls.changes,
    urls.search,
    urls.deadline,
    ...(keepsCases ? [urls.statistics, urls.addresses, urls.annualReport, urls.receipts, urls.allRequests] : []),
  ].map((url) => page(url(language), changes.newest));
  const guides = [...register.guides.values()]
    .filter(({ data }) => !data.translationOf)
    .map(({ id, data }) => page(ownPages.includes(id) ? `/${id}/` : urls.guide(language, id), data.reviewedOn));
  return [
    ...lists,
    ...guides,
    ...[...register.topics.keys()].map((id) => page(urls.topic(language, id), changes.newest)),
    ...[...register.emergencies.keys()].map((id) => page(urls.emergency(language, id))),
    ...[...register.finder.keys()].map((id) => page(urls.finderStep(language, id))),
    ...[...register.jurisdictions.keys()].flatMap((id) =>
      [urls.jurisdiction, urls.informationRights, urls.misconductIn].map((url) =>
        page(url(language, id), changes.newest),
      ),
    ),
    ...[...register.agencies.values()].flatMap((agency) =>
      pagesOf(agency, changes).map(([path, changed]) => page(path, changed)),
    ),
  ];
}

function pagesOf(agency: Agency, changes: Changes): [path: string, changed: string | undefined][] {
  const language = defaultLanguage;
  const whole = changes.of.get(agency.id);
  return [
    ...[urls.charter, urls.information, urls.history].map((url): [string, string | undefined] => [
      url(language, agency),
      whole,
    ]),
    ...(agency.html ? [[urls.background(language, agency), whole] satisfies [string, string | undefined]] : []),
    [urls.qualityAgency(language, agency.id), whole],
    ...agency.services
      .filter(isGivenHere)
      .map(({ id }): [string, string | undefined] => [
        urls.service(language, agency, id),
        changes.of.get(`${agency.id}/${id}`) ?? whole,
      ]),
  ];
}
