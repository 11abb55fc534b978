import { describe, expect, it } from 'vitest';
import { lostParts, partsToKeep, strangeNumbers } from '../../../src/cms/translate/kept-parts.ts';

const texts = (parts: { text: string }[]): string[] => parts.map(({ text }) => text);

describe('what a translation has to keep', () => {
  it('is its numbers, components and links, each once', () => {
    const text =
      'Pay ₦1,000 in 30-60 days, <Figure service="inec/card" of="fee"/> or [ask](/rights/) at https://inec.gov.ng/a, twice 30. Write to desk@inec.gov.ng.';
    expect(texts(partsToKeep(text))).toEqual([
      '<Figure service="inec/card" of="fee"/>',
      '/rights/',
      'https://inec.gov.ng/a',
      'desk@inec.gov.ng',
      '1,000',
      '30',
      '60',
    ]);
  });

  it('is missed where it is left out', () => {
    expect(texts(lostParts('Within 30 days, see https://a.example/b', 'Ndani ya siku thelathini'))).toEqual([
      'https://a.example/b',
      '30',
    ]);
    expect(
      texts(lostParts('It costs <Figure service="a/b" of="fee" />.', 'Ni <Figure service="a/b" of="time" />.')),
    ).toEqual(['<Figure service="a/b" of="fee" />']);
  });

  it('may be written as the language writes it', () => {
    expect(lostParts('Pay 100,000 by 2026-01-05.', 'Lipa 100.000 hadi 5 Januari 2026, siku ya 1.')).toEqual([]);
    expect(lostParts('Bring 20 copies', 'नकल २० लाइए')).toEqual([]);
    expect(lostParts('<Figure service="a/b"  of="fee"/>', '<Figure service="a/b" of="fee" />')).toEqual([]);
  });

  it('is not missed in a translation that nobody has begun', () => {
    expect(lostParts('Within 30 days', '  ')).toEqual([]);
  });

  it('is told apart from numbers that only the translation has', () => {
    expect(strangeNumbers('Within 30 days', 'Ndani ya siku 20')).toEqual(['20']);
    expect(strangeNumbers('Within 30 days', 'Ndani ya siku 30')).toEqual([]);
  });
});
