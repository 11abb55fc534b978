import { markup, type Markup } from '../../lib/markup.ts';
import type { Text } from '../../register/localise.ts';

/**
 * A text of the content as HTML: marked with its language where that is not the page's, and with a sign where its
 * translation is out of date. `staleNote` says that in words; without it a text bears no sign.
 */
export function renderText({ text, lang, stale }: Text, staleNote?: string): Markup {
  const words = lang ? markup`<span lang="${lang}">${text}</span>` : markup`${text}`;
  const sign =
    stale && staleNote
      ? markup`<span class="stale-mark" title="${staleNote}"> †<span class="visually-hidden">${staleNote}</span></span>`
      : '';
  return markup`${words}${sign}`;
}
