import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alphabet, createReference, normaliseReference } from '../../src/cases/case/reference.ts';

const reference = fc.array(fc.nat(alphabet.length - 1), { minLength: 7, maxLength: 7 }).map((digits) => {
  let next = 0;
  return createReference(() => digits[next++] ?? 0);
});
const characters = fc.constantFrom(...alphabet);

test('a reference is short, has no look-alikes and is valid as it stands', () => {
  fc.assert(
    fc.property(reference, (made) => {
      expect(made).toMatch(/^[2-9A-HJKMNP-TW-Z]{4}-[2-9A-HJKMNP-TW-Z]{4}$/);
      expect(normaliseReference(made)).toBe(made);
    }),
  );
});

test('every single wrong character is caught', () => {
  fc.assert(
    fc.property(reference, fc.nat(7), characters, (made, position, wrong) => {
      const typed = made.replace('-', '').split('');
      fc.pre(typed[position] !== wrong);
      typed[position] = wrong;
      expect(normaliseReference(typed.join(''))).toBeUndefined();
    }),
  );
});

test('every swap of two different characters is caught, neighbours or not', () => {
  fc.assert(
    fc.property(reference, fc.nat(7), fc.nat(7), (made, a, b) => {
      const typed = made.replace('-', '').split('');
      fc.pre(typed[a] !== typed[b]);
      [typed[a], typed[b]] = [typed[b] ?? '', typed[a] ?? ''];
      expect(normaliseReference(typed.join(''))).toBeUndefined();
    }),
  );
});

test('small letters, spaces, other dashes and missing hyphens are forgiven', () => {
  fc.assert(
    fc.property(reference, (made) => {
      for (const typed of [
        made.toLowerCase(),
        made.replace('-', ''),
        ` ${made.replace('-', ' – ')} `,
        made.split('').join(' '),
      ]) {
        expect(normaliseReference(typed)).toBe(made);
      }
    }),
  );
});

test('one look-alike is read as what it was', () => {
  const taken: [string, string][] = [
    ['Q', '0'],
    ['Q', 'O'],
    ['D', 'O'],
    ['J', 'I'],
    ['7', '1'],
    ['W', 'U'],
    ['Y', 'V'],
    ['J', 'l'],
  ];
  fc.assert(
    fc.property(reference, fc.nat(7), fc.constantFrom(...taken), (made, position, [meant, written]) => {
      const typed = made.replace('-', '').split('');
      fc.pre(typed[position] === meant);
      typed[position] = written;
      expect(normaliseReference(typed.join(''))).toBe(made);
    }),
    { numRuns: 50 },
  );
});

test('what is no reference is refused, however long', () => {
  fc.assert(fc.property(fc.string({ maxLength: 7 }), (text) => normaliseReference(text) === undefined));
  expect(normaliseReference('K7'.repeat(100_000))).toBeUndefined();
});

test('letters of another keyboard, marks and what cannot be seen do not shut anybody out', () => {
  // Т, Х, В, К, М, Н, А, Р, С, Е in Cyrillic look like their Latin neighbours.
  const cyrillic: Record<string, string> = {
    A: 'А',
    B: 'В',
    C: 'С',
    E: 'Е',
    H: 'Н',
    K: 'К',
    M: 'М',
    P: 'Р',
    T: 'Т',
    X: 'Х',
    Y: 'У',
  };
  fc.assert(
    fc.property(reference, (written) => {
      const other = written.replace(/[ABCEHKMPTXY]/g, (letter) => cyrillic[letter] ?? letter);
      expect(normaliseReference(other)).toBe(written);
      expect(normaliseReference(other.toLowerCase())).toBe(written);
      expect(normaliseReference(` \u200b${[...written].join('\u00ad\u2060')}\ufeff `)).toBe(written);
      expect(normaliseReference(written.replace('-', '\u2011'))).toBe(written);
    }),
  );
});
