import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasHidden, withoutHidden } from '../../src/lib/hidden-characters.ts';

const hidden = [
  0x00ad, 0x034f, 0x061c, 0x115f, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202e, 0x2060, 0x2066,
  0x2069, 0x2800, 0x3164, 0xfe0f, 0xfeff, 0xffa0, 0xfffc, 0xe0020, 0xe007f, 0xe0100, 0xe01ef,
].map((code) => String.fromCodePoint(code));

describe('characters that are there and not seen', () => {
  it.each(hidden.map((mark) => [`U+${mark.codePointAt(0)?.toString(16).toUpperCase()}`, mark]))(
    '%s is dropped from a word',
    (_name, mark) => {
      expect(withoutHidden(`pass${mark}port`)).toBe('passport');
      expect(hasHidden(`pass${mark}port`)).toBe(true);
    },
  );

  it('leaves what people write: tone marks, hooked letters, apostrophes, tabs, lines, emoji', () => {
    for (const text of ['ẹ̀kọ́', "ng'ombe", 'ƙasa', 'a\tb\nc', '₦5,000 🙂', 'KSh 500'])
      expect(withoutHidden(text)).toBe(text);
  });

  it('keeps a joiner where the script is spelt with it, and nowhere else', () => {
    expect(withoutHidden('می\u200Cخواهم')).toBe('می\u200Cخواهم');
    expect(withoutHidden('क्\u200Dष')).toBe('क्\u200Dष');
    expect(withoutHidden('می\u200C')).toBe('می');
    expect(withoutHidden('pass\u200Cport')).toBe('passport');
  });

  it('drops halves of characters and control characters', () => {
    expect(withoutHidden('a\uD800b\u0000c\u0085d')).toBe('abcd');
  });

  it('has nothing left to drop after it has run, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !hasHidden(withoutHidden(text))));
  });
});
