import { localeOf } from '../../lib/locales.ts';
import type { Agency, Register } from '../../register/register.ts';
import { urls } from '../../site/urls.ts';
import type { ViewOptions } from '../../site/views/evidence.ts';
import { keptPages, type KeptPages } from '../../site/views/kept-pages.ts';
import { pageTexts } from '../../texts/texts.ts';

/**
 * What a phone asks for when somebody wants to keep an agency, and keeps with it: which pages, and what is said about
 * them. It stands beside the charter, so that whoever only reads the charter does not wait for it.
 */
export interface KeptList extends KeptPages {
  /** The page that stands in for all others. */
  shell: string;
  /** By which days are written. */
  locale: string;
  /** With places for {done}, {pages} and {day}. */
  words: Record<'working' | 'kept' | 'again' | 'noRoom' | 'noLine', string>;
}

/** Makes the list of what is kept of an agency in a language. */
export function keptList(register: Register, agency: Agency, { language }: Pick<ViewOptions, 'language'>): KeptList {
  const m = pageTexts('phone', language);
  return {
    ...keptPages(register, agency, { language }),
    shell: urls.onThisPhone(language),
    locale: localeOf(language),
    words: {
      working: m.working({ done: '{done}', pages: '{pages}' }),
      kept: m.kept({ day: '{day}' }),
      again: m.keepAgain,
      noRoom: m.noRoom,
      noLine: m.noLine,
    },
  };
}
