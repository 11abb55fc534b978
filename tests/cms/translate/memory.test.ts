import { expect, it } from 'vitest';
import { movedTranslation, translationMemory } from '../../../src/cms/translate/memory.ts';
import { fingerprint } from '../../../src/lib/fingerprint.ts';

const entry = (name: string, original: string, text: string, of = original) => ({
  name,
  texts: new Map([['name', original]]),
  translations: [{ language: 'sw', field: 'name', text, of: fingerprint(of) }],
});

it('offers how the same text was translated elsewhere, the usual way first', () => {
  const recall = translationMemory(
    [
      entry('A', 'Complaints desk', 'Ofisi ya malalamiko'),
      entry('B', 'Complaints desk', 'Dawati la malalamiko'),
      entry('C', 'Complaints desk', 'Dawati la malalamiko'),
    ],
    'sw',
  );
  expect(recall('Complaints desk')).toEqual([
    { text: 'Dawati la malalamiko', from: ['B', 'C'] },
    { text: 'Ofisi ya malalamiko', from: ['A'] },
  ]);
  expect(recall('Complaints')).toEqual([]);
});

it('offers nothing of another language, and nothing that is out of date', () => {
  const entries = [entry('A', 'Two copies', 'Nakala moja', 'One copy')];
  expect(translationMemory(entries, 'sw')('Two copies')).toEqual([]);
  expect(translationMemory([entry('A', 'Two copies', 'Nakala mbili')], 'ha')('Two copies')).toEqual([]);
});

it('finds the translation of a text that has moved within its entry', () => {
  const translations = [
    { language: 'sw', field: 'requirements.0.what', text: 'Barua', of: fingerprint('A letter') },
    { language: 'ha', field: 'requirements.0.what', text: 'Wasiƙa', of: fingerprint('A letter') },
  ];
  expect(movedTranslation(translations, 'sw', 'A letter')).toBe('Barua');
  expect(movedTranslation(translations, 'sw', 'A photograph')).toBeUndefined();
});
