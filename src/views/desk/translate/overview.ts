import type { DeskContext } from '../../../cms/context.ts';
import { deskEntries, publishedEntries, type DeskEntry } from '../../../cms/translate/desk-entries.ts';
import { languagesFor } from '../../../cms/translate/languages.ts';
import { allProgress, progressOf, type Progress } from '../../../cms/translate/progress.ts';
import { languages, type Language } from '../../../lib/locales.ts';
import { deskUrls } from '../../../site/desk-urls.ts';

/** Something that can be opened, with how much of it is translated. */
export interface TranslateRow {
  href: string;
  name: string;
  /** The language of the name. */
  language?: string;
  progress: Progress;
}

/** What there is to translate: languages, then the bodies of an officer who has several, then the entries of one. */
export interface TranslateOverview {
  /** The language that is looked at; absent where there is none. */
  into?: string;
  /** The portal has no pages in it yet. */
  unspoken: boolean;
  languages: (TranslateRow & { code: string; current: boolean })[];
  /** Empty where there is one alone. */
  bodies: TranslateRow[];
  /** Whose entries are listed: a body, or what belongs to none (`shared`). */
  body?: { name: string; language?: string } | 'shared';
  entries: (TranslateRow & { kind: DeskEntry['collection']['kind'] })[];
}

/** Stands in an address for topics and guides, which belong to no body. */
const SHARED = 'shared';

export interface OverviewAsked {
  into: string | undefined;
  agency: string | null;
}

/** What an officer can translate, in the order in which citizens use it. */
export async function translateOverview(
  context: DeskContext,
  language: Language,
  asked: OverviewAsked,
): Promise<TranslateOverview> {
  const { officer } = context;
  const register = await context.register();
  const shared = officer.role === 'administrator';
  const places = [...officer.agencies, ...(shared ? [SHARED] : [])];
  const byPlace = new Map(places.map((place) => [place, publishedEntries(register, agencyOf(place))]));
  const chosen = places.length === 1 ? places[0] : places.find((place) => place === asked.agency);
  // What waits in drafts is read for what is shown alone.
  if (chosen) byPlace.set(chosen, await deskEntries(context, agencyOf(chosen)));
  const all = [...byPlace.values()].flat();
  const codes = languagesFor(register, officer.agencies, all);
  const into = asked.into ?? mostTexts(all, codes);
  const listed = into && !codes.includes(into) ? [...codes, into] : codes;
  const nameOf = (place: string): { name: string; language?: string } => {
    const agency = register.agencies.get(place);
    return { name: agency?.data.name ?? place, ...(agency ? { language: agency.data.language } : {}) };
  };
  const address = (code: string, place?: string): string =>
    `${deskUrls.translate(language)}?${new URLSearchParams({ into: code, ...(place && places.length > 1 ? { agency: place } : {}) }).toString()}`;
  return {
    ...(into ? { into } : {}),
    unspoken: into !== undefined && !languages.includes(into),
    languages: listed.map((code) => ({
      code,
      name: languageLabel(code, language),
      href: address(code, chosen),
      current: code === into,
      progress: progressIn(all, code),
    })),
    bodies:
      into && places.length > 1 && !chosen
        ? places.map((place) => ({
            ...(place === SHARED ? { name: SHARED } : nameOf(place)),
            href: address(into, place),
            progress: progressIn(byPlace.get(place) ?? [], into),
          }))
        : [],
    ...(chosen ? { body: chosen === SHARED ? ('shared' as const) : nameOf(chosen) } : {}),
    entries: into && chosen ? rows(byPlace.get(chosen) ?? [], into, language) : [],
  };
}

/** What a language is called in the reader's. */
export function languageLabel(code: string, language: Language): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;
}

/** Where most is to be translated: into a language in which little is written. */
function mostTexts(entries: readonly DeskEntry[], codes: readonly string[]): string | undefined {
  const count = (code: string): number => progressIn(entries, code).texts;
  return [...codes].sort((a, b) => count(b) - count(a))[0];
}

const agencyOf = (place: string): string | undefined => (place === SHARED ? undefined : place);

function progressIn(entries: readonly DeskEntry[], into: string): Progress {
  return allProgress(
    entries
      .filter(({ language }) => language !== into)
      .map(({ texts, translations }) => progressOf(texts, translations, into)),
  );
}

function rows(entries: readonly DeskEntry[], into: string, language: Language): TranslateOverview['entries'] {
  return entries
    .filter((entry) => entry.language !== into && entry.texts.size > 0)
    .map((entry) => ({
      kind: entry.collection.kind,
      href: deskUrls.translate(language, into, `${entry.collection.name}/${entry.slug}`),
      name: entry.name,
      language: entry.language,
      progress: progressOf(entry.texts, entry.translations, into),
    }));
}
