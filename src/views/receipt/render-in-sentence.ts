import type { Language } from '../../lib/locales.ts';
import { markup, type Markup } from '../../lib/markup.ts';
import { marksText } from '../../register/marks-text.ts';
import type { MarkedFigure } from '../../site/views/evidence.ts';
import { renderText } from './render-text.ts';

export interface SentenceOptions {
  language: Language;
  /** Whose page tells more of it. */
  href?: string;
  /** Set where the sentence is in another language than the figure. */
  lang?: Language | undefined;
}

/** A figure with its marks within a sentence, without white space that would part it from a full stop. */
export function renderInSentence(
  { value, stated, marks, unsaid = marks }: MarkedFigure,
  { language, href, lang }: SentenceOptions,
): Markup {
  const of = lang && markup` lang="${lang}"`;
  const number = markup`<span class="figure-plain${stated ? '' : ' unknown'}"${!value.lang && of}>${renderText(value)}</span>`;
  const linked = href === undefined ? number : markup`<a href="${href}">${number}</a>`;
  return markup`${linked}${unsaid.length > 0 && markup` <span class="marks"${of} data-evidence>${marksText(unsaid, language)}</span>`}`;
}
