import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alphabet } from '../../src/cases/case/reference.ts';
import { deriveSecret, hashSecret, secretMatches } from '../../src/cases/case/secret.ts';

const key = 'a secret for tests that is long enough';

test('the secret of a seed never changes, or citizens could not open their cases any more', () => {
  expect(deriveSecret(key, '000102030405060708090a0b0c0d0e0f')).toBe('44EC-Y9SY-TBSJ-GNDE-75NS-BMP9-WY9');
});

test('a secret is the first 128 bits of the keyed hash, written with the letters of the alphabet', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      let rest = BigInt(`0x${createHmac('sha256', key).update(`case-secret:${seed}`).digest('hex').slice(0, 32)}`);
      let letters = '';
      for (; letters.length < 27; rest /= 29n) letters = alphabet.charAt(Number(rest % 29n)) + letters;
      expect(deriveSecret(key, seed).replaceAll('-', '')).toBe(letters);
    }),
  );
});

test('a secret matches its own hash, however it is typed, and no other', () => {
  const secret = deriveSecret(key, 'a seed');
  expect(secretMatches(secret.toLowerCase().replaceAll('-', ' '), hashSecret(secret))).toBe(true);
  expect(secretMatches(deriveSecret(key, 'another seed'), hashSecret(secret))).toBe(false);
});
