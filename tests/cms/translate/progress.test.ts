import { expect, it } from 'vitest';
import { allProgress, openIn, progressOf } from '../../../src/cms/translate/progress.ts';
import { languageCode } from '../../../src/cms/translate/languages.ts';
import { fingerprint } from '../../../src/lib/fingerprint.ts';

const texts = new Map([
  ['name', 'Voter card'],
  ['summary', 'You get a card.'],
  ['notes.0', 'Bring a letter.'],
]);
const translations = [
  { language: 'sw', field: 'name', text: 'Kadi', of: fingerprint('Voter card') },
  { language: 'sw', field: 'summary', text: 'Unapata kadi.', of: fingerprint('You got a card.') },
  { language: 'ha', field: 'notes.0', text: 'Kawo wasiƙa.', of: fingerprint('Bring a letter.') },
];

it('counts the texts, those translated and those out of date, for each language by itself', () => {
  expect(progressOf(texts, translations, 'sw')).toEqual({ texts: 3, translated: 2, stale: 1 });
  expect(progressOf(texts, translations, 'ha')).toEqual({ texts: 3, translated: 1, stale: 0 });
  expect(openIn(progressOf(texts, translations, 'sw'))).toBe(2);
});

it('counts several entries together', () => {
  const one = progressOf(texts, translations, 'sw');
  expect(allProgress([one, one])).toEqual({ texts: 6, translated: 4, stale: 2 });
  expect(allProgress([])).toEqual({ texts: 0, translated: 0, stale: 0 });
});

it('knows a language by its code and by its name, in English and in the language of the page', () => {
  expect(['ha', 'Hausa', ' yorùbá ', 'Igbo', 'Luo'].map((name) => languageCode(name))).toEqual([
    'ha',
    'ha',
    'yo',
    'ig',
    'luo',
  ]);
  expect(languageCode('Kihausa', 'sw')).toBe('ha');
  expect(languageCode('Nonsense')).toBeUndefined();
});
