import { markup, type Markup } from '../../../lib/markup.ts';
import type { Language } from '../../../lib/locales.ts';
import type { WordRun } from '../../../lib/word-changes.ts';
import { texts } from '../../../texts/texts.ts';

/**
 * A compared text as HTML, what is gone in `del` and what is new in `ins`, each told in words to whoever does not see
 * it. Made as one string because every space counts: elements would be parted by white space of their own.
 */
export function showChanges(runs: readonly WordRun[], language: Language): Markup {
  const m = texts('desk-translate', language);
  const said = (words: string): Markup => markup`<span class="visually-hidden" lang="${language}">${words} </span>`;
  const shown = runs.map(({ kind, text }) => {
    if (kind === 'same') return text;
    return kind === 'gone' ? markup`<del>${said(m.gone)}${text}</del>` : markup`<ins>${said(m.fresh)}${text}</ins>`;
  });
  return markup`${shown}`;
}
