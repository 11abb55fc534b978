import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkTexts } from '../../src/texts/check-texts.ts';
import type { MessageFile } from '../../src/texts/compile.ts';
import { textLanguages } from '../../src/lib/offered-languages.ts';
import { fieldTexts } from '../../src/schemas/field-texts.ts';
import { readTree } from './source-tree.ts';
import { readMessageFiles } from '../../src/texts/read-texts.ts';
import { writeShape } from '../../src/texts/write-shape.ts';

const repo = resolve(import.meta.dirname, '..', '..');

/** Texts that are the same in every language: names, units, and words that Kiswahili shares with English. */
const sameInBoth = new Set([
  'OpenCharter',
  'English',
  'Kiswahili',
  'SMS',
  'USSD',
  'WhatsApp',
  'WhatsApp {number}',
  'QR',
  'Atom',
  'X',
  'Ombudsman',
]);

/** Every text of a language with its place. */
function textsOf(place: string | MessageFile, path = ''): [string, string][] {
  if (typeof place === 'string') return [[path, place]];
  return Object.entries(place).flatMap(([key, child]) => textsOf(child, path ? `${path}.${key}` : key));
}

/** Where a language is named for what it is, not to say something in it: its words are looked up, read or shown as a sample. */
const aboutALanguage = [
  'src/import/draft-files.ts',
  'src/import/recognise/document.ts',
  'src/import/recognise/section-names.ts',
  'src/import/recognise/small-passages.ts',
  'src/lib/amount-words.ts',
  'src/schemas/translation.ts',
  'src/views/gallery/samples.ts',
];

it('nothing but texts and configuration names a language beside the default one', () => {
  const naming = readTree(['src'], ['.ts', '.astro'])
    .filter(({ file }) => !file.startsWith('src/texts/'))
    .filter(({ text }) => /'sw'|"sw"|\bsw:|Swahili|Kiswahili/.test(text.replaceAll(/^ *(?:\/?\*|\/\/).*$/gm, '')))
    .map(({ file }) => file);
  expect(naming.sort(), 'Put the words into src/texts, and ask lib/locales.ts which languages there are.').toEqual(
    aboutALanguage,
  );
});

describe('the texts', () => {
  it('have the types that the English files give them', () => {
    expect(
      readFileSync(join(repo, 'src/texts/shape.ts'), 'utf8'),
      'The English texts have changed: run `npm run texts`, and commit src/texts/shape.ts with them.',
    ).toBe(writeShape(readMessageFiles('en')));
  });

  it('say of the fields at the desk what the schemas say', () => {
    expect(
      readMessageFiles('en')['desk-fields'],
      'A field was changed in a schema: run `npm run texts`, and say it in every language (src/texts/<language>/desk-fields.json).',
    ).toEqual(fieldTexts());
  });

  it('are those that the editor of whole entries says, and no others', () => {
    const said = readTree(['src/cms/editor'], ['.ts']).flatMap(({ text }) =>
      [...text.matchAll(/\bspoken\(\s*'([^']*)'/g)].map(([, english = '']) => english),
    );
    const { words } = readMessageFiles('en')['desk-editor'] as { words: Record<string, string> };
    expect(Object.keys(words), 'Add the words to src/texts/<language>/desk-editor.json, or take them out.').toEqual(
      [...new Set(said)].sort(),
    );
    expect(Object.entries(words).filter(([english, text]) => english !== text)).toEqual([]);
  });

  it('are those with which the desk refuses something, and no others', () => {
    const sources = readTree(['src/cms'], ['.ts'])
      .map(({ text }) => text)
      .join('\n');
    const { words } = readMessageFiles('en')['desk-refusals'] as { words: Record<string, string> };
    const unsaid = Object.keys(words).filter((english) => !sources.includes(`'${english}'`));
    expect(unsaid, 'Nothing is refused in these words any more: take them out of every language.').toEqual([]);
    expect(Object.entries(words).filter(([english, text]) => english !== text)).toEqual([]);
  });

  it('are each said somewhere', () => {
    const sources = readTree(['src', 'admin'], ['.ts', '.astro', '.js']).filter(
      ({ file }) => file !== 'src/texts/shape.ts',
    );
    const unused = Object.entries(readMessageFiles('en')).flatMap(([topic, messages]) => {
      const near = sources.filter(({ text }) => text.includes(`'${topic}'`));
      return Object.keys(messages)
        .filter((key) => {
          // By its name where its topic is asked for, or by a value of the data: m[status], with 'suspended' in a schema.
          const named = new RegExp(`(?<![\\w-])${key}(?![\\w-])`);
          const asValue = new RegExp(`['"\`]${key}['"\`.]`);
          return !near.some(({ text }) => named.test(text)) && !sources.some(({ text }) => asValue.test(text));
        })
        .map((key) => `${topic}.${key}`);
    });
    expect(unused, 'Take these texts out of every language and run `npm run texts`, or say them.').toEqual([]);
  });

  it.each(textLanguages())('can be read in every place, with the values that are given (%s)', (language) => {
    expect(checkTexts().find((found) => found.language === language)?.wrong).toEqual([]);
  });

  it('lack nothing in the languages that this project keeps', () => {
    const kept = checkTexts().filter(({ language }) => ['en', 'sw'].includes(language));
    expect(kept.map(({ language, missing }) => [language, missing])).toEqual([
      ['en', []],
      ['sw', []],
    ]);
  });

  it('are translated', () => {
    const english = new Map(textsOf(readMessageFiles('en')));
    const words = (text: string): string => text.replaceAll(/\{\w+(?:, (?:plural|select),)?|[{}]/g, ' ');
    const untranslated = textLanguages()
      .filter((language) => language !== 'en')
      .flatMap((language) =>
        textsOf(readMessageFiles(language)).filter(
          ([path, text]) => english.get(path) === text && /\p{L}{2}/u.test(words(text)) && !sameInBoth.has(text),
        ),
      );
    expect(untranslated, 'Translate these texts, or add them to sameInBoth if they are names.').toEqual([]);
  });
});
