import type { PublicRequest } from '../../cases/published/public-register.ts';
import type { Language } from '../../lib/locales.ts';
import { xml } from '../../lib/xml.ts';
import type { Agency, Register } from '../../register/register.ts';
import { texts } from '../../texts/texts.ts';
import { urls } from '../../site/urls.ts';
import { atomDocument, tagUri } from '../history/atom.ts';
import { requestRow } from './request-view.ts';

export interface RequestFeed {
  requests: readonly PublicRequest[];
  register: Register;
  language: Language;
  /** The portal's address, as Astro.site gives it. */
  site: URL | undefined;
  /** The agency whose feed it is; absent for the feed of all. */
  agency?: Agency;
}

/**
 * The Atom feed (RFC 4287) of published requests. An entry is updated whenever its words or its state change, and leaves
 * the feed as soon as it is published no more.
 */
export function requestFeed({ requests, register, language, site, agency }: RequestFeed): string {
  const m = texts('requests', language);
  const origin = site?.origin ?? 'http://localhost:4321';
  const { name: portal, publisher } = register.portal;
  const newest = requests.reduce((last, { changedAt }) => (changedAt > last ? changedAt : last), '');
  const entries = requests.flatMap((request) => {
    const row = requestRow(request, register, language);
    if (!row) return [];
    const { says, detail } = row.stamp;
    const state = detail ? `${says}: ${detail}` : says;
    return [
      [
        '<entry>',
        xml`<id>${tagUri(origin, request.publishedAt.slice(0, 10), `/${language}/${request.agency}/requests/${request.page}`)}</id>`,
        xml`<title>${m.entry({ agency: row.agency, words: row.title })}</title>`,
        xml`<published>${request.publishedAt}</published>`,
        xml`<updated>${request.changedAt}</updated>`,
        xml`<link rel="alternate" type="text/html" hreflang="${language}" href="${origin + row.href}"/>`,
        xml`<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${state}</p><p xml:lang="${request.language}">${request.words}</p>${request.answer && xml`<p xml:lang="${request.language}">${request.answer}</p>`}</div></content>`,
        '</entry>',
      ].join('\n'),
    ];
  });
  return atomDocument(newest || new Date(0).toISOString(), entries, {
    language,
    origin,
    feedPath: agency ? urls.requestsFeed(language, agency) : urls.allRequestsFeed(language),
    pagePath: agency ? urls.requests(language, agency) : urls.allRequests(language),
    title: agency
      ? m.feedTitleOf({ portal, agency: register.in(language).charter(agency).name.text })
      : m.feedTitle({ portal }),
    author: publisher,
    emptySince: new Date(0).toISOString(),
  });
}
