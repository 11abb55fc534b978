import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/lib/fingerprint.ts';

describe('the fingerprint of a text', () => {
  it('stays what it was when translations were stamped with it', () => {
    expect(fingerprint('Water Board')).toBe('f884f140');
  });

  it('is eight hexadecimal characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => /^[0-9a-f]{8}$/.test(fingerprint(text))));
  });

  it('does not see how a letter is composed nor the space around the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fingerprint(text.normalize('NFD'))).toBe(fingerprint(text.normalize('NFC')));
        expect(fingerprint(` ${text}\n`)).toBe(fingerprint(text));
      }),
    );
    expect(fingerprint('Ẹ̀kọ́')).toBe(fingerprint('Ẹ̀kọ́'.normalize('NFD')));
  });

  it('changes with a letter, a figure or a word', () => {
    const texts = [
      'Bring 2 photographs.',
      'Bring 3 photographs.',
      'bring 2 photographs.',
      'Bring 2 photograph.',
      'Bring  2 photographs.',
    ];
    expect(new Set(texts.map(fingerprint)).size).toBe(texts.length);
  });
});
