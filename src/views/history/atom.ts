import type { Language } from '../../lib/locales.ts';
import { historyMessages, type Sentence } from '../../site/i18n/history.ts';
import { plainText } from './sentences.ts';
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
 * Gives an Atom feed (RFC 4287) of changes, newest first. Ids are tag URIs (RFC 4151) of the commit and the agency, so
 * they stay the same however often the portal is rebuilt; `updated` is the newest change, not the day of the build.
 */
export function atomFeed(items: TimelineItem[], options: FeedOptions): string {
  const { language, origin, feedPath, pagePath } = options;
  const updated = items.reduce((newest, { at }) => (at > newest ? at : newest), items[0]?.at ?? options.emptySince);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `<id>${escapeXml(tagUri(origin, FEEDS_SINCE, feedPath))}</id>`,
    `<title>${escapeXml(options.title)}</title>`,
    `<updated>${updated}</updated>`,
    `<author><name>${escapeXml(options.author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(origin + feedPath)}"/>`,
    `<link rel="alternate" type="text/html" hreflang="${language}" href="${escapeXml(origin + pagePath)}"/>`,
    ...items.map((item) => entry(item, options)),
    '</feed>',
    '',
  ].join('\n');
}

/** Escapes a text for XML 1.0 and drops the characters that no XML document may hold. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function entry(item: TimelineItem, { language, origin, pagePath }: FeedOptions): string {
  const href = item.agency.historyHref ?? pagePath;
  return [
    '<entry>',
    `<id>${escapeXml(tagUri(origin, item.at.slice(0, 10), `/${language}/${item.agency.idThen}/${item.commit}`))}</id>`,
    `<title>${escapeXml(entryTitle(item, language))}</title>`,
    `<updated>${item.at}</updated>`,
    `<link rel="alternate" type="text/html" hreflang="${language}" href="${escapeXml(`${origin}${href}#change-${item.commit.slice(0, 12)}`)}"/>`,
    `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${content(item, origin)}</div></content>`,
    '</entry>',
  ].join('\n');
}

/** "INEC: Voter registration: The fee rose from … to …. and 2 more changes" cut to its first change. */
function entryTitle({ agency, groups }: TimelineItem, language: Language): string {
  const first = groups[0];
  const sentence = plainText(first?.sentences[0] ?? []);
  const others = groups.reduce((sum, group) => sum + group.sentences.length, 0) - 1;
  const rest = others > 0 ? ` (${historyMessages(language).more(others)})` : '';
  return `${[agency.shortName.text, first?.service?.name.text, sentence].filter(Boolean).join(': ')}${rest}`;
}

function content({ groups }: TimelineItem, origin: string): string {
  return groups
    .map(({ service, sentences }) => {
      const name = service
        ? `<p>${service.href ? `<a href="${escapeXml(origin + service.href)}">${piece(service.name)}</a>` : piece(service.name)}</p>`
        : '';
      return `${name}<ul>${sentences.map((sentence) => `<li>${sentence.map(piece).join('')}</li>`).join('')}</ul>`;
    })
    .join('');
}

function piece(part: Sentence[number]): string {
  if (typeof part === 'string') return escapeXml(part);
  return part.lang ? `<span xml:lang="${escapeXml(part.lang)}">${escapeXml(part.text)}</span>` : escapeXml(part.text);
}

function tagUri(origin: string, since: string, path: string): string {
  return `tag:${new URL(origin).hostname},${since}:${path}`;
}
