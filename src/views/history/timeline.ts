import { dayIn } from '../../deadlines/working-days.ts';
import type { CharterChange, History, HistoryEntry, ServiceChange } from '../../history/change.ts';
import { defaultLanguage, type Language } from '../../lib/locales.ts';
import type { Agency, Register } from '../../register/register.ts';
import { date } from '../../register/format.ts';
import { timeZoneIn } from '../../register/time-zone.ts';
import { pageTexts } from '../../texts/texts.ts';
import type { Text } from '../../register/localise.ts';
import { isGivenHere } from '../../schemas/service.ts';
import { urls } from '../../site/urls.ts';
import { translatedSince, type TranslatedSince } from '../../history/translated-since.ts';
import { changeSentence, contentText, type Sentence, type SentenceContext } from '../../history/sentences.ts';

export interface Link {
  name: Text;
  /** Absent where there is no page any more. */
  href?: string;
}

/** The changes of one service, or of the charter itself where there is no service. */
export interface ChangeGroup {
  service?: Link;
  sentences: Sentence[];
}

export interface TimelineItem {
  commit: string;
  /** The instant, ISO 8601 in UTC. */
  at: string;
  /** The day where the agency is, ISO 8601 and in words. */
  day: string;
  dayText: string;
  agency: Link & { id: string; idThen: string; shortName: Text; historyHref?: string };
  groups: ChangeGroup[];
  /** Changes left out by `shorten`. */
  more: number;
  /** Nothing that a citizen reckons with changed: no figure, no paper, no contact. */
  onlyWording: boolean;
}

/** Makes recorded changes ready to show, newest first: of one agency, or of all. */
export function timeline(history: History, register: Register, language: Language, agencyId?: string): TimelineItem[] {
  if (history.state === 'unavailable') return [];
  const wanted =
    agencyId === undefined
      ? history.entries
      : (history.of?.(agencyId) ?? history.entries.filter((entry) => entry.agency === agencyId));
  const since = new Map<string, TranslatedSince>();
  return wanted.map((entry) => {
    const agency = register.agencies.get(entry.agency);
    const translated = since.get(entry.agency) ?? (agency && translatedSince(agency, language));
    if (translated) since.set(entry.agency, translated);
    const original = agency?.data.language ?? defaultLanguage;
    return toItem(entry, register, agency, { language, original, since: translated });
  });
}

/** An item with at most `limit` sentences; the rest is counted. */
export function shorten(item: TimelineItem, limit: number): TimelineItem {
  let left = limit;
  const groups = item.groups.flatMap((group) => {
    const sentences = group.sentences.slice(0, left);
    left -= sentences.length;
    return sentences.length > 0 ? [{ ...group, sentences }] : [];
  });
  return { ...item, groups, more: count(item.groups) - count(groups) };
}

/** What is to be said of the record itself: that it is absent, begins late or is empty. */
export function recordNote(history: History, language: Language, items: TimelineItem[]): string | undefined {
  const m = pageTexts('history', language);
  if (history.state === 'unavailable') return m.unavailable;
  if (history.since) return m.since({ day: date(history.since.slice(0, 10), language) });
  return items.length === 0 ? m.nothing : undefined;
}

function count(groups: ChangeGroup[]): number {
  return groups.reduce((sum, group) => sum + group.sentences.length, 0);
}

function toItem(
  entry: HistoryEntry,
  register: Register,
  agency: Agency | undefined,
  context: SentenceContext,
): TimelineItem {
  const { language } = context;
  const day = dayIn(timeZoneIn(register, agency?.data.jurisdiction), entry.at);
  const charter = entry.charter.map((change) => changeSentence(change, context));
  return {
    commit: entry.commit,
    at: entry.at,
    day,
    dayText: date(day, language),
    agency: { ...agencyLink(entry, agency, register, context), id: entry.agency, idThen: entry.agencyThen.id },
    groups: [
      ...(charter.length > 0 ? [{ sentences: charter }] : []),
      ...entry.services.map(({ service, changes }) => ({
        service: serviceLink(agency, service.id, contentText(service.name, context), language),
        sentences: changes.map((change) => changeSentence(change, context)),
      })),
    ],
    more: 0,
    onlyWording: [...entry.charter, ...entry.services.flatMap(({ changes }) => changes)].every(({ kind }) =>
      WORDING.has(kind),
    ),
  };
}

const WORDING: ReadonlySet<string> = new Set<(CharterChange | ServiceChange)['kind']>([
  'charter-wording',
  'service-wording',
]);

function agencyLink(entry: HistoryEntry, agency: Agency | undefined, register: Register, context: SentenceContext) {
  const { name: nameThen, id } = entry.agencyThen;
  if (!agency) {
    const name = nameThen ? contentText(nameThen, context) : { text: id };
    return { name, shortName: name };
  }
  const { name, acronym } = register.in(context.language).charter(agency);
  return {
    name,
    shortName: acronym ? { text: acronym } : name,
    href: urls.charter(context.language, agency),
    historyHref: urls.history(context.language, agency),
  };
}

function serviceLink(agency: Agency | undefined, id: string, name: Text, language: Language): Link {
  const exists = agency?.services.some((service) => service.id === id && isGivenHere(service));
  return { name, href: agency && exists ? urls.service(language, agency, id) : undefined };
}
