import type { Language } from '../../lib/locales.ts';
import { date } from '../../register/format.ts';
import type { Source } from '../../schemas/provenance.ts';
import { asEnglish } from '../../texts/fallback-marks.ts';
import { pageTexts } from '../../texts/texts.ts';

/** A source as it is chosen from: its title, with the date that it bears. */
export function sourceInWords(
  { title, publishedOn }: Pick<Source, 'title' | 'publishedOn'>,
  language: Language,
): string {
  return `${asEnglish(title, language)} (${publishedOn ? date(publishedOn, language) : pageTexts('desk-small-form', language).undated})`;
}
