import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stem } from '../../src/search/english.ts';
import { fold, tokenize } from '../../src/search/fold.ts';
import { otherNumber, swahiliStems } from '../../src/search/swahili.ts';

describe('folding', () => {
  it.each([
    ['Ƙasa', 'kasa'],
    ['ɗan ɓarawo', 'dan barawo'],
    ['Ẹ̀kọ́ ọmọ ṣe', 'eko omo se'],
    ["ng'ombe", 'ngombe'],
    ['ng’ombe', 'ngombe'],
    ['ŋ', 'ng'],
    ['Ü', 'u'],
  ])('%s is typed as %s', (written, typed) => {
    expect(fold(written)).toBe(typed);
  });

  it('finds a word with a hyphen however it is written', () => {
    const words = (text: string): string[] => tokenize(text).map((token) => token.folded);
    expect(words('e-Visa')).toEqual(['e', 'visa', 'evisa']);
    expect(words('eVisa')).toEqual(['evisa']);
  });

  it('folds a folded text to itself', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)));
  });
});

describe('English stems', () => {
  it.each([
    ['licences', 'license'],
    ['companies', 'company'],
    ['centre', 'centers'],
    ['standardisation', 'standardization'],
    ['registering', 'registration'],
    ['renewal', 'renewed'],
    ['arrested', 'arresting'],
    ['passports', 'passport'],
  ])('%s and %s are one word', (a, b) => {
    expect(stem(a)).toBe(stem(b));
  });

  it.each([
    ['status', 'state'],
    ['business', 'busy'],
    ['police', 'policy'],
    ['parking', 'parks'],
    ['training', 'train'],
  ])('%s and %s stay apart', (a, b) => {
    expect(stem(a)).not.toBe(stem(b));
  });
});

describe('Kiswahili stems', () => {
  it.each([
    ['kitambulisho', 'vitambulisho'],
    ['mkimbizi', 'wakimbizi'],
    ['mwanafunzi', 'mwanafunzi'],
    ['kusajili', 'nimesajili'],
    ['usajili', 'anasajili'],
    ['ameomba', 'imeombwa'],
    ['kunipiga', 'wamepiga'],
    ['wananisumbua', 'anasumbua'],
    ['hospitali', 'hospitalini'],
  ])('%s and %s meet', (a, b) => {
    expect(swahiliStems(a).some((stem) => swahiliStems(b).includes(stem))).toBe(true);
  });

  it('leaves words alone that cannot be Kiswahili', () => {
    expect(swahiliStems('market')).toEqual([]);
    expect(swahiliStems('visa')).toEqual([]);
  });

  it('gives the plural of a singular and back', () => {
    expect(otherNumber('kitambulisho')).toEqual(['vitambulisho']);
    expect(otherNumber('vitambulisho')).toEqual(['kitambulisho']);
    expect(otherNumber('wakimbizi')).toEqual(['mkimbizi']);
    expect(otherNumber('mkimbizi')).toEqual(['wakimbizi']);
    expect(otherNumber('mwalimu')).toEqual(['walimu']);
  });
});
