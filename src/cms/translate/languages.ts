import { languages } from '../../lib/locales.ts';
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

/** The code of a language as somebody gave it; undefined where it is none. */
export function languageCode(given: string | null): string | undefined {
  const read = languageTag.safeParse(given?.trim());
  return read.success ? read.data : undefined;
}
