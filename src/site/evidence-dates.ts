import type { Language } from '../lib/locales.ts';
import type { Dated } from '../register/evidence-age.ts';
import { date } from '../register/format.ts';
import { pageTexts } from '../texts/texts.ts';

/**
 * For when something is said, in words: "As of July 2019; confirmed by the office on 1 December 2026". Says so where it
 * bears no date.
 */
export function evidenceDates({ asOf, confirmedOn }: Dated, language: Language): string {
  const m = pageTexts('charter', language);
  const said = asOf === undefined ? m.undated : m.asOf({ when: date(asOf, language) });
  return confirmedOn === undefined ? said : `${said}; ${m.confirmed({ when: date(confirmedOn, language) })}`;
}
