import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../src/lib/edit-distance.ts';

const word = fc.string({ unit: fc.constantFrom(...'abcde'), maxLength: 10 });

describe('the distance between two words', () => {
  it.each([
    ['passport', 'passport', 0],
    ['passpot', 'passport', 1],
    ['pasport', 'passport', 1],
    ['passporrt', 'passport', 1],
    ['pasasport', 'passport', 1],
    ['apssport', 'passport', 1],
    ['', 'fee', 3],
    ['fee', 'visa', 4],
  ])('%j to %j is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it('is nothing for the same word and the same both ways', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, a)).toBe(0);
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });

  it('lies between the difference of the lengths and the length of the longer word', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b);
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });

  it('is not changed by what both words begin or end with', () => {
    fc.assert(
      fc.property(word, word, word, (a, b, same) => {
        expect(editDistance(same + a, same + b)).toBe(editDistance(a, b));
        expect(editDistance(a + same, b + same)).toBe(editDistance(a, b));
      }),
    );
  });

  it('is one after one slip of the finger', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abcde'), minLength: 2, maxLength: 10 }),
        fc.nat(),
        (text, seed) => {
          const at = seed % (text.length - 1);
          const swapped = text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
          expect(editDistance(text, swapped)).toBe(swapped === text ? 0 : 1);
          expect(editDistance(text, `${text.slice(0, at)}x${text.slice(at)}`)).toBe(1);
          expect(editDistance(text, text.slice(0, at) + text.slice(at + 1))).toBe(1);
        },
      ),
    );
  });
});

describe('"did you mean"', () => {
  it('finds the likely slip, whatever its capitals', () => {
    expect(nearest('Sumary', ['name', 'summary', 'status'])).toBe('summary');
    expect(nearest('nsi', ['nis', 'inec'])).toBe('nis');
  });

  it('is silent rather than wrong', () => {
    expect(nearest('gazette', ['s1', 's2'])).toBeUndefined();
    expect(nearest('fee', [])).toBeUndefined();
  });

  it('gives one of the candidates, and the word itself when it is one', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abcde'), minLength: 1, maxLength: 10 }),
        fc.array(word),
        (text, candidates) => {
          expect([undefined, ...candidates]).toContain(nearest(text, candidates));
          expect(nearest(text, [...candidates, text])).toBe(text);
        },
      ),
    );
  });
});
