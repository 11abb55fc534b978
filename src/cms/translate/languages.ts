import { defaultLanguage, languages, localeOf, type Language } from '../../lib/locales.ts';
import { languageTag } from '../../schemas/primitives.ts';
import type { Register } from '../../register/register.ts';
import type { DeskEntry } from './desk-entries.ts';

/**
 * The languages into which entries are translated: those of the portal and of the countries, and those that somebody has
 * begun with. Content may stand in a language before the interface speaks it.
 */
export function languagesFor(register: Register, agencies: readonly string[], entries: readonly DeskEntry[]): string[] {
  const countries = new Set(agencies.flatMap((id) => register.agencies.get(id)?.data.jurisdiction ?? []));
  const spoken = [...countries].flatMap((id) => register.jurisdictions.get(id)?.data.languages ?? []);
  const begun = entries.flatMap(({ translations }) => translations.map(({ language }) => language));
  const all = [...new Set([...languages, ...spoken, ...begun])];
  // A language in which everything is written already has nothing to be translated into it.
  return all.filter((code) => entries.some(({ language }) => language !== code));
}

/**
 * The code of a language as somebody gave it: by its code, or by a name, in English, in the language of the page or as it
 * calls itself. Undefined where it is none.
 */
export function languageCode(given: string | null, page: Language = defaultLanguage): string | undefined {
  const typed = given?.trim() ?? '';
  const read = languageTag.safeParse(typed);
  if (read.success) return read.data;
  const name = folded(typed);
  if (name === '') return undefined;
  return [page, defaultLanguage].map((language) => codesByName(language).get(name)).find(Boolean) ?? ownName(name);
}

/** Names from which a language is chosen, in the language of the page: those with a code of two letters. */
export function languageNames(page: Language): string[] {
  const names = new Intl.DisplayNames([localeOf(page), 'en'], { type: 'language', fallback: 'none' });
  return twoLetters.flatMap((code) => names.of(code) ?? []).sort(new Intl.Collator(localeOf(page)).compare);
}

const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const twoLetters = letters.flatMap((first) => letters.map((second) => first + second));
const known = new Map<Language, Map<string, string>>();

/** All languages that have a name, by it in small letters; those of two letters win. */
function codesByName(language: Language): Map<string, string> {
  let codes = known.get(language);
  if (!codes) {
    const names = new Intl.DisplayNames(localeOf(language), { type: 'language', fallback: 'none' });
    const all = [...twoLetters.flatMap((code) => letters.map((third) => code + third)), ...twoLetters];
    codes = new Map(
      all.flatMap(
        (code) =>
          names
            .of(code)
            ?.split(' / ')
            .map((name) => [folded(name), code] as const) ?? [],
      ),
    );
    known.set(language, codes);
  }
  return codes;
}

function ownName(name: string): string | undefined {
  const own = (code: string): string | undefined =>
    new Intl.DisplayNames(code, { type: 'language', fallback: 'none' }).of(code);
  return twoLetters.find((code) => folded(own(code) ?? '') === name);
}

/** Marks on letters and capitals make no difference. */
const folded = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
