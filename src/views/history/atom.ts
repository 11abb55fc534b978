import type { Language } from '../../lib/locales.ts';
import type { Markup, MarkupPart } from '../../lib/markup.ts';
import { xml } from '../../lib/xml.ts';
import { pageTexts } from '../../texts/texts.ts';
import { plainText, type Sentence } from '../../history/sentences.ts';
import type { TimelineItem } from './timeline.ts';

export interface FeedOptions {
  language: Language;
  /** Public address of the portal without a trailing slash. */
  origin: string;
  /** Addresses of the feed and of the page that shows the same, below the origin. */
  feedPath: string;
  pagePath: string;
  title: string;
  /** Who publishes the portal. */
  author: string;
  /** Instant given as `updated` while there is no entry yet. */
  emptySince: string;
}

/** The year in which the portal's feeds were first given; part of the ids of feeds, so never to be changed. */
const FEEDS_SINCE = '2026';

/**
 * An Atom feed (RFC 4287) of changes, newest first. Ids are tag URIs (RFC 4151) of the commit and the agency, so
 * they stay the same however often the portal is rebuilt; `updated` is the newest change, not the day of the build.
 */
export function atomFeed(items: TimelineItem[], options: FeedOptions): string {
  const updated = items.reduce((newest, { at }) => (at > newest ? at : newest), items[0]?.at ?? options.emptySince);
  return atomDocument(
    updated,
    items.map((item) => entry(item, options)),
    options,
  );
}

/** The whole of a feed around its entries. `updated` as ISO 8601, UTC. */
export function atomDocument(updated: string, entries: string[], options: FeedOptions): string {
  const { language, origin, feedPath, pagePath } = options;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    xml`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    xml`<id>${tagUri(origin, FEEDS_SINCE, feedPath)}</id>`,
    xml`<title>${options.title}</title>`,
    xml`<updated>${updated}</updated>`,
    xml`<author><name>${options.author}</name></author>`,
    xml`<link rel="self" type="application/atom+xml" href="${origin + feedPath}"/>`,
    xml`<link rel="alternate" type="text/html" hreflang="${language}" href="${origin + pagePath}"/>`,
    ...entries,
    '</feed>',
    '',
  ].join('\n');
}

function entry(item: TimelineItem, { language, origin, pagePath }: FeedOptions): string {
  const href = item.agency.historyHref ?? pagePath;
  return [
    '<entry>',
    xml`<id>${tagUri(origin, item.at.slice(0, 10), `/${language}/${item.agency.idThen}/${item.commit}`)}</id>`,
    xml`<title>${entryTitle(item, language)}</title>`,
    xml`<updated>${item.at}</updated>`,
    xml`<link rel="alternate" type="text/html" hreflang="${language}" href="${`${origin}${href}#change-${item.commit.slice(0, 12)}`}"/>`,
    xml`<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${content(item, origin)}</div></content>`,
    '</entry>',
  ].join('\n');
}

/** "INEC: Voter registration: The fee rose from … to …. and 2 more changes" cut to its first change. */
function entryTitle({ agency, groups }: TimelineItem, language: Language): string {
  const first = groups[0];
  const sentence = plainText(first?.sentences[0] ?? []);
  const others = groups.reduce((sum, group) => sum + group.sentences.length, 0) - 1;
  const rest = others > 0 ? ` (${pageTexts('history', language).more({ n: others })})` : '';
  return `${[agency.shortName.text, first?.service?.name.text, sentence].filter(Boolean).join(': ')}${rest}`;
}

function content({ groups }: TimelineItem, origin: string): Markup[] {
  return groups.map(({ service, sentences }) => {
    const name = service
      ? xml`<p>${service.href ? xml`<a href="${origin + service.href}">${piece(service.name)}</a>` : piece(service.name)}</p>`
      : undefined;
    return xml`${name}<ul>${sentences.map((sentence) => xml`<li>${sentence.map(piece)}</li>`)}</ul>`;
  });
}

function piece(part: Sentence[number]): MarkupPart {
  if (typeof part === 'string') return part;
  return part.lang ? xml`<span xml:lang="${part.lang}">${part.text}</span>` : part.text;
}

/** An id that stays the same wherever the portal moves below its name (RFC 4151). `since`: a day or year (ISO 8601). */
export function tagUri(origin: string, since: string, path: string): string {
  return `tag:${new URL(origin).hostname},${since}:${path}`;
}
