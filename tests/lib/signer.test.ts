import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSigner } from '../../src/lib/signer.ts';

const key = 'a secret for tests that is long enough';

test('a signature holds for its own text, key and use, and for nothing else', () => {
  const signer = createSigner({ key, use: 'link:' });
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, other) => {
      const signature = signer.sign(text);
      expect(signature).toMatch(/^[\w-]{43}$/);
      expect(signer.isSigned(text, signature)).toBe(true);
      expect(signer.isSigned(text, `${signature.slice(0, -1)}${signature.endsWith('A') ? 'E' : 'A'}`)).toBe(false);
      expect(signer.isSigned(text, other)).toBe(false);
      expect(createSigner({ key, use: 'code:' }).isSigned(text, signature)).toBe(false);
      expect(createSigner({ key: `${key}!`, use: 'link:' }).isSigned(text, signature)).toBe(false);
      if (other !== text) expect(signer.isSigned(other, signature)).toBe(false);
    }),
  );
});

test('a signature is the keyed hash of RFC 4231, so that it can be checked elsewhere', () => {
  // Test case 2 of the RFC, with the text parted between the use and what is signed.
  const signer = createSigner({ key: 'Jefe', use: 'what do ya ' });
  expect(signer.mac('want for nothing?').toString('hex')).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
});
