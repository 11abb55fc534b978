import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFolder } from '../../src/entry/check-folder.ts';
import { namesOfNobody, parseVocabulary } from '../../src/search/load-vocabulary.ts';
import { compileWords } from '../../src/search/compile-words.ts';
import { contentOf } from '../register/fixtures.ts';
import { publishedVocabulary } from './search-fixture.ts';

const start = 'stopWords: { en: [the] }\nintents: {}\nconduct: {}\n';

describe('the vocabulary', () => {
  it('as published is valid', () => {
    expect(publishedVocabulary().synonyms.length).toBeGreaterThan(20);
  });

  it('names the line of a word that stands in two groups', () => {
    const { problems } = parseVocabulary(`${start}synonyms:\n  - [car, gari]\n  - [cars, motor]\n`);
    expect(problems).toMatchObject([
      { file: 'content/search/vocabulary.yaml', line: 6, message: '"cars" stands in an earlier group already.' },
    ]);
  });

  it('explains a mistyped field', () => {
    const { problems } = parseVocabulary(`${start}synonim:\n  - [car, gari]\n`);
    expect(problems.map((problem) => problem.message).join()).toContain('synonim');
  });

  it('says which names by language belong to no office', () => {
    const { value } = parseVocabulary(
      `${start}synonyms: []\nspokenNames:\n  - language: ha\n    words:\n      nis: [fasfo]\n      niss: [fasfo]\n`,
    );
    expect(value && namesOfNobody(value, new Set(['nis']))).toMatchObject([
      { field: 'spokenNames of ha', message: 'There is no office or service "niss".' },
    ]);
  });

  it('never ignores a word that is an agency’s acronym', () => {
    const { value } = parseVocabulary('stopWords: { pcm: [sha, dey] }\nintents: {}\nconduct: {}\nsynonyms: []\n');
    expect(value && compileWords(value, ['SHA']).stop).toEqual(['dey']);
  });
});

it('is checked with the content', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'opencharter-vocabulary-'));
  await cp(contentOf('sound'), folder, { recursive: true });
  await cp(new URL('../../content/search', import.meta.url), join(folder, 'search'), { recursive: true });
  const file = join(folder, 'search', 'vocabulary.yaml');
  await writeFile(file, `${await readFile(file, 'utf8')}  - [passport, travel book]\n`);
  const { problems } = await checkFolder(folder);
  await rm(folder, { recursive: true });
  expect(problems.join('\n')).toMatch(
    /content\/search\/vocabulary\.yaml:\d+ {2}synonyms\.\d+\n {2}"passport" stands in an earlier group already\./,
  );
});
