import type { Language } from '../../lib/locales.ts';
import type { Register, RegisterEntry } from '../../register/register.ts';

/** Gives a guide in the wanted language where it has been translated, otherwise the original. */
export function guideIn(register: Register, id: string, language: Language): RegisterEntry<'guides'> | undefined {
  const guides = [...register.guides.values()];
  return (
    guides.find((guide) => guide.data.translationOf === id && guide.data.language === language) ??
    register.guides.get(id)
  );
}

/** Guides that have an address of their own instead of one under /guides/. */
export const ownPages = ['about', 'privacy', 'accessibility'];
