import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkTexts } from '../../src/texts/check-texts.ts';
import { markFallbacks, withoutMarks } from '../../src/texts/fallback-marks.ts';
import type { Message } from '../../src/texts/message.ts';
import { writeShape } from '../../src/texts/write-shape.ts';

interface Fixture {
  title: string;
  hours: string;
  count: Message<{ n: number }>;
  greeting: Message<{ name: string; kind: 'friend' | 'other' }>;
  kinds: { one: string; two: string };
}

const english = {
  title: 'The <title> isn’t long',
  hours: 'It’s {open, date, long}',
  count: '{n, plural, one {# file} other {# files}}',
  greeting: '{kind, select, friend {Dear {name}} other {Hello, {name}}}',
  kinds: { one: 'First', two: 'Second' },
};
const polish = {
  title: 'Tytuł',
  count: '{n, plural, one {# plik} few {# pliki} many {# plików} other {# pliku}}',
  kinds: { one: 'Pierwszy' },
};

let folder = '';
let texts: (topic: string, language: string) => Fixture;
let pageTexts: (topic: string, language: string) => Fixture;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'texts-'));
  for (const [language, messages] of Object.entries({ en: english, pl: polish })) {
    mkdirSync(join(folder, language));
    writeFileSync(join(folder, language, 'sample.json'), JSON.stringify(messages));
  }
  vi.stubEnv('OPENCHARTER_TEXTS_DIR', folder);
  vi.resetModules();
  const accessors: Record<string, unknown> = await import('../../src/texts/texts.ts');
  texts = accessors.texts as typeof texts;
  pageTexts = accessors.pageTexts as typeof pageTexts;
});

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('a text', () => {
  it('is a plain string where no value goes into it, angle brackets and apostrophes as written', () => {
    expect(texts('sample', 'en').title).toBe('The <title> isn’t long');
  });

  it('counts by the rules of its language', () => {
    const counted = [1, 2, 5, 22].map((n) => texts('sample', 'pl').count({ n }));
    expect(counted).toEqual(['1 plik', '2 pliki', '5 plików', '22 pliki']);
    expect(texts('sample', 'en').count({ n: 1 })).toBe('1 file');
  });

  it('takes a value that is more than text, in pieces', () => {
    const name = { text: 'Ọba', lang: 'yo' };
    expect(texts('sample', 'en').greeting.pieces({ name, kind: 'friend' })).toEqual(['Dear ', name]);
  });
});

describe('a text that a language lacks', () => {
  it('is said in English, by English rules', () => {
    const { greeting, kinds } = texts('sample', 'pl');
    expect(greeting({ name: 'Ada', kind: 'other' })).toBe('Hello, Ada');
    expect(kinds).toEqual({ one: 'Pierwszy', two: 'Second' });
    expect(texts('sample', 'xx').count({ n: 2 })).toBe('2 files');
  });

  it('bears its language on a page, and nowhere else than in the text of the page', () => {
    const { title, kinds, greeting } = pageTexts('sample', 'pl');
    const page = `<html lang="pl"><title>${kinds.two}</title><p title="${kinds.two} > ${kinds.one}">${title}: <b>${greeting({ name: 'Ada', kind: 'friend' })}</b></p><!-- ${kinds.two} --><select><option>${kinds.two}</select><script>"${kinds.two}"</script>`;
    expect(markFallbacks(page)).toBe(
      '<html lang="pl"><title>Second</title><p title="Second > Pierwszy">Tytuł: <b><span lang="en">Dear Ada</span></b></p><!-- Second --><select><option>Second</select><script>"Second"</script>',
    );
    expect(withoutMarks(kinds.two)).toBe('Second');
  });

  it('is counted and named, and what is wrong as well', () => {
    writeFileSync(
      join(folder, 'pl', 'sample.json'),
      JSON.stringify({ ...polish, title: '', greeting: 'Cześć, {imię}', count: '{n, plural, one {plik}}', odd: 'x' }),
    );
    const [, found] = checkTexts(folder);
    expect(found?.missing).toEqual(['sample.hours', 'sample.kinds.two']);
    expect(found?.wrong.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      'pl: sample.title is',
      'pl: sample.count cannot',
      'pl: sample.greeting lacks',
      'pl: sample.greeting uses',
      'pl: sample.odd is',
    ]);
  });
});

it('gives each text the type of what goes into it', () => {
  expect(writeShape({ sample: english })).toContain(`  sample: {
    title: string;
    hours: Message<{ open: Date }>;
    count: Message<{ n: number }>;
    greeting: Message<{ kind: 'friend' | 'other'; name: string | number }>;
    kinds: {
      one: string;
      two: string;
    };
  };`);
});
