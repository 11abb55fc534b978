import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/lib/fingerprint.ts';
import { checkTranslations, translatableTexts } from '../../src/register/check-translations.ts';
import { readEntry, type Entry, type LoadedEntries } from '../../src/register/read-entry.ts';
import { livePartsOf } from '../../src/register/references.ts';
import { proseIn } from '../../src/register/translated-prose.ts';
import { collections } from '../../src/schemas/collections.ts';
import { charter, type Fields } from './tiny-register.ts';

const BODY = '## Motto\n\nService *is* a right.\n';
const written = (text: string, of = fingerprint('Motto Service is a right.')): Fields => ({
  translations: [{ language: 'sw', field: 'body', text, of }],
});

function read(fields: Fields, body = BODY): Entry<'charters'> {
  const [, file, text] = charter('water', fields, body);
  const { entry, problems } = readEntry('charters', file, text);
  if (!entry) throw new Error(JSON.stringify(problems));
  return entry;
}

const nothing = Object.fromEntries(Object.keys(collections).map((name) => [name, []])) as unknown as LoadedEntries;
const check = (entry: Entry<'charters'>) => checkTranslations({ ...nothing, charters: [entry] });

describe('the prose of a charter', () => {
  it('is read in the language it was translated to, and else as it was written', () => {
    const entry = read(written('## Kaulimbiu\n\nHuduma *ni* haki.'));
    expect(proseIn(entry, 'sw')).toEqual({
      html: '<h2>Kaulimbiu</h2>\n<p>Huduma <em>ni</em> haki.</p>',
      written: 'sw',
    });
    expect(proseIn(entry, 'en')).toEqual({ html: entry.html, written: 'en' });
    expect(proseIn(read({}), 'sw')).toMatchObject({ written: 'en' });
  });

  it('is known by its words, so that a translation of other words is out of date', () => {
    expect(translatableTexts(read({})).get('body')).toBe('Motto Service is a right.');
    expect(proseIn(read(written('Kaulimbiu'), BODY.replace('a right', 'your right')), 'sw').stale).toBe(true);
    expect(proseIn(read(written('Kaulimbiu'), BODY.replace('*is*', '**is**')), 'sw').stale).toBeUndefined();
  });

  it('is translated in the safe subset alone, and refers to what there is', () => {
    const problems = check(read(written('import x from "y"')));
    expect(problems.map(({ field, message }) => [field, message])).toEqual([
      ['body', 'The text contains an import or export.'],
    ]);
    expect(check(read(written('Huduma ni haki.')))).toEqual([]);
    expect(livePartsOf(read(written('<ServiceCard service="water/none" />')))).toMatchObject([
      { name: 'ServiceCard', service: 'water/none' },
    ]);
  });

  it('has no translation where there is none', () => {
    expect(check(read(written('Kaulimbiu'), '')).map(({ message }) => message)).toEqual([
      'There is no text to translate at "body".',
    ]);
  });
});
