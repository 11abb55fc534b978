import { entryName } from '../../cms/entry/entry-name.ts';
import { shortName } from '../../cms/config/agency-collections.ts';
import { agencyOfDraft } from '../../cms/review/due.ts';
import type { Language } from '../../lib/locales.ts';
import type { Text } from '../../register/localise.ts';
import type { Agency, Register } from '../../register/register.ts';
import { asEnglish } from '../../texts/fallback-marks.ts';
import { pageTexts } from '../../texts/texts.ts';

/** A text of the content within a sentence of the desk: as it is in the language of the page, else marked as English. */
export function marked({ text, lang }: Text, language: Language): string {
  return lang === 'en' ? asEnglish(text, language) : text;
}

/** What a body is called on a page. */
export function bodyName(register: Register, agency: Agency, language: Language): string {
  return marked(register.in(language).charter(agency).name, language);
}

/** What a service is called on a page; its file's name where there is none of that name. */
export function serviceName(register: Register, agency: Agency | undefined, id: string, language: Language): string {
  const service = agency?.services.find((candidate) => candidate.id === id);
  return service ? marked(register.in(language).service(service).name, language) : id;
}

/** What an entry is called whose values may be a draft's: by its translation, where it carries one. */
export function entryTitle(data: Record<string, unknown>, slug: string, language: Language): string {
  const field = typeof data.name === 'string' ? 'name' : 'title';
  const translations = (Array.isArray(data.translations) ? data.translations : []) as Partial<
    Record<string, unknown>
  >[];
  const own = translations.find((item) => item.language === language && item.field === field)?.text;
  if (typeof own === 'string') return own;
  const name = entryName(data, slug);
  return data.language === undefined || data.language === 'en' ? asEnglish(name, language) : name;
}

/** What a draft is of: the body's short name and the entry's own. */
export function draftTitle(
  register: Register,
  { collection, slug }: { collection: string; slug: string },
  language: Language,
): string {
  const agency = register.agencies.get(agencyOfDraft({ collection }) ?? '');
  if (collection.startsWith('charter-')) return agency ? bodyName(register, agency, language) : slug;
  const entry = register.topics.get(slug)?.data.name ?? register.guides.get(slug)?.data.title;
  if (!agency) return entry === undefined ? slug : asEnglish(entry, language);
  const own = collection.startsWith('notices-')
    ? pageTexts('desk-tasks', language).notice({ slug })
    : serviceName(register, agency, slug, language);
  return `${shortName(agency.id, register)}, ${own}`;
}
