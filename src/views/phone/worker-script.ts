import { defaultLanguage, languages, localeOf, localePath } from '../../lib/locales.ts';
import { markup } from '../../lib/markup.ts';
import { addressesOfOthers } from '../../site/private-addresses.ts';
import { urls } from '../../site/urls.ts';
import { pageTexts } from '../../texts/texts.ts';
import { noteLook } from './note-look.ts';

/**
 * The script at /sw.js: the worker with what it is told, or the one that ends it. What is there for reading
 * only is left out; whoever keeps an agency fetches it again and again.
 */
export function workerScript(sources: { on: string; off: string }, on: boolean): string {
  return on ? `const phone=${JSON.stringify(phone())};\n${bare(sources.on)}` : bare(sources.off);
}

/** What the worker is told: what is none of its business, how a note looks, and its words by the prefix of each language. */
function phone(): { others: string; look: string; words: Record<string, object> } {
  const words = languages.map((language) => {
    const m = pageTexts('phone', language);
    const said = { kept: m.keptNotice({ day: '{day}' }), none: m.noLineNotice };
    return [
      language === defaultLanguage ? '' : localePath(language, ''),
      {
        locale: localeOf(language),
        page: urls.onThisPhone(language),
        kept: markup`${said.kept}`.text,
        none: markup`${said.none}`.text,
      },
    ] as const;
  });
  return { others: addressesOfOthers.source, look: noteLook, words: Object.fromEntries(words) };
}

/** A script without its comments, which stand on lines of their own, and without its indentation. */
function bare(script: string): string {
  return script
    .replace(/^\s*\/\*[^]*?\*\/\n/gm, '')
    .replace(/^\s*\/\/.*\n/gm, '')
    .replace(/\n\s+/g, '\n')
    .trim();
}
