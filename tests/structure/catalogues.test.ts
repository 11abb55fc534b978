import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages, type Language } from '../../src/lib/locales.ts';
import { readTree } from './source-tree.ts';

/** Texts that are the same in every language: names, units, and words that Kiswahili shares with English. */
const sameInBoth = new Set([
  'OpenCharter',
  'English',
  'Kiswahili',
  'SMS',
  'USSD',
  'WhatsApp',
  'QR',
  'Atom',
  'X',
  'Ombudsman',
]);

interface Message {
  path: string;
  /** The text, or the source of the function that makes it. */
  text: string;
}

const catalogues = await Promise.all(
  readTree(['src'], ['.ts'])
    .filter(({ text }) => /^export const .*= defineMessages(?:<[^>]+>)?\(/m.test(text))
    .map(async ({ file, text }) => {
      const name = /export const (\w+)[^=]*= defineMessages/.exec(text)?.[1] ?? '';
      const module = (await import(resolve(import.meta.dirname, '..', '..', file))) as Record<
        string,
        (language: Language) => unknown
      >;
      return { file, messages: module[name] };
    }),
);

/** Gives every text of a catalogue with its path. */
function textsOf(value: unknown, path = ''): Message[] {
  if (typeof value === 'string' || typeof value === 'function') return [{ path, text: String(value) }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => textsOf(child, path ? `${path}.${key}` : key));
}

describe.each(catalogues)('the texts of $file', ({ messages }) => {
  const inLanguage = (language: Language): Message[] => textsOf(messages?.(language));
  const english = new Map(inLanguage('en').map(({ path, text }) => [path, text]));

  it('are the same set in every language', () => {
    expect(english.size).toBeGreaterThan(0);
    for (const language of languages)
      expect(
        inLanguage(language)
          .map(({ path }) => path)
          .sort(),
      ).toEqual([...english.keys()].sort());
  });

  it('are none of them empty', () => {
    for (const language of languages) expect(inLanguage(language).filter(({ text }) => text.trim() === '')).toEqual([]);
  });

  it('are translated', () => {
    // A function without words of its own, such as (n) => `${n} %`, has nothing to translate.
    const wordsOf = (text: string): string =>
      text.includes('=>') ? [...text.matchAll(/'[^']*'|`[^`]*`/g)].join(' ').replace(/\$\{[^}]*\}/g, ' ') : text;
    const untranslated = languages
      .filter((language) => language !== 'en')
      .flatMap((language) =>
        inLanguage(language).filter(
          ({ path, text }) => english.get(path) === text && /\p{L}{2}/u.test(wordsOf(text)) && !sameInBoth.has(text),
        ),
      );
    expect(untranslated, 'Translate these texts, or add them to sameInBoth if they are names.').toEqual([]);
  });
});
