import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContact, type ContactText } from '../../src/import/texts/contact-text.ts';

const numbers = (text: string) => readContact(text, '+254').phones.map(({ number, says }) => says ?? number);

describe('telephone numbers', () => {
  test.each([
    ['Tel: (020) 2220002', ['020 2220002']],
    ['Tel: +254–20–2220002', ['+254-20-2220002']],
    ['Tel: 020.222.0002', ['020-222-0002']],
    ['Tel: +254 (0) 20 222 0002', ['+254 (0) 20 222 0002']],
    ['Tel: (+254) 20 2220002', ['+254 20 2220002']],
    ['Tel: 0700‑000‑000', ['0700-000-000']],
    ['Tel: 0700 000 000/1', ['0700 000 000/1']],
    ['Tel: 020 2220002 ext. 12', ['020 2220002 ext. 12']],
    ['Tel: 0700 111 222 / 020 333444', ['0700 111 222', '020 333444']],
    ['Tel: 0700 111 222 or 0711 333 444', ['0700 111 222', '0711 333 444']],
    ['Toll free: 1508, 0800 221 000', ['1508', '0800 221 000']],
    ['Tel: 254 20 2227461', ['+254 20 2227461']],
  ])('%s', (text, expected) => {
    expect(numbers(`The Director, ${text}, Nairobi`)).toEqual(expected);
    expect(numbers(`The Director\n${text}\nNairobi`)).toEqual(expected);
  });

  test('that go on in letters, are too long or count something else stay among the words', () => {
    expect(readContact('The Director, Tel: 0700-CALL-US, Nairobi')).toMatchObject({
      phones: [],
      address: expect.stringContaining('0700-CALL-US'),
    });
    expect(readContact('The Director, Tel: 0700 111 222 24 hours, Nairobi')).toMatchObject({
      phones: [{ number: '0700 111 222' }],
      address: expect.stringContaining('24 hours'),
    });
    expect(readContact('The Director, Tel: 0700 111 222 0711 333 444, Nairobi').phones).toEqual([]);
  });
});

describe('e-mail addresses', () => {
  test.each(["o'brien@agency.go.ke", 'info+ke@agency.go.ke', 'x_y-z@sub.agency.go.ke'])(
    '%s is read whole',
    (address) => {
      for (const text of [
        `Tel: (020) 2220002, Email: ${address}`,
        `The Director, ${address}.`,
        `E-mail: ${address}/ other@agency.go.ke`,
      ])
        expect(readContact(text).emails[0]).toBe(address);
    },
  );

  test('with an ampersand stands whole in its field or in the words', () => {
    expect(everything(readContact('The Director, a&b@agency.go.ke'))).toMatch(
      /^(?:The Director\n)[^]*(?<![^\s])a&b@agency\.go\.ke/,
    );
  });

  test('two with a slash or an ampersand between them are two; the apostrophe that Word turned is turned back', () => {
    expect(readContact('Director, a@x.go.ke/b@x.go.ke & c@x.go.ke').emails).toEqual([
      'a@x.go.ke',
      'b@x.go.ke',
      'c@x.go.ke',
    ]);
    expect(readContact('Director, o’brien@x.go.ke').emails).toEqual(["o'brien@x.go.ke"]);
  });

  test.each(['info@wízara.go.ke', 'a/b@agency.go.ke', 'a..b@agency.go.ke', 'a@b@agency.go.ke'])(
    '%s stays in the words and is told',
    (address) => {
      const { emails, address: words, doubts } = readContact(`The Director, ${address}, Nairobi`);
      expect(emails).toEqual([]);
      expect(words).toContain(address);
      expect(doubts.join()).toContain(address.slice(-15));
    },
  );

  test('details without a name have no title', () => {
    expect(readContact("Tel: (020) 2220002, Email: o'brien@agency.go.ke")).toEqual({
      title: '',
      phones: [{ number: '020 2220002' }],
      emails: ["o'brien@agency.go.ke"],
      doubts: [],
    });
  });
});

function everything({ title, address = '', website = '', phones, emails, doubts }: ContactText): string {
  return [
    title,
    address,
    website,
    ...emails,
    ...phones.flatMap(({ number, says = '' }) => [number, says]),
    ...doubts,
  ].join('\n');
}

test('for any contact, every run of digits and every address stands whole in a field or is told', () => {
  const email = fc.stringMatching(/^[a-z][a-z0-9'&+._-]{0,6}[a-z0-9]@[a-z]{1,5}\.(go\.ke|gov\.ng)$/);
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        'Tel:',
        'Tel. No.',
        'Fax',
        'E-mail:',
        'Simu',
        'Hotline',
        'Website: ',
        'P.O. Box',
        'The Director',
        'Nairobi',
        'ext.',
        'x',
        'or',
        'hours',
      ),
      fc.constantFrom(
        ' ',
        ' ',
        ' ',
        ', ',
        '/',
        '-',
        '–',
        '.',
        '(',
        ')',
        '+',
        '*',
        '#',
        '\n',
        ';',
        '&',
        '@',
        ':',
        '2nd floor',
        '8am',
        '½',
      ),
      fc.stringMatching(/^[0-9]{1,10}$/),
      email,
      fc.constantFrom('www.agency.go.ke', 'https://agency.go.ke/a?b=1'),
    ),
    { maxLength: 14 },
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join('');
      const kept = everything(readContact(text, '+254'));
      for (const digits of text.match(/\p{N}+/gu) ?? []) expect(kept.match(/\p{N}+/gu) ?? []).toContain(digits);
      for (const [index, part] of parts.entries()) {
        const alone = /^[\s,;:]*$/.test(parts[index - 1] ?? '') && /^[\s,;]*$/.test(parts[index + 1] ?? '');
        if (alone && part.includes('@') && part.length > 1) expect(kept).toContain(part);
      }
    }),
    { numRuns: 3000 },
  );
});

test('a long text without end is read in linear time', () => {
  for (const unit of ['1', '1 ', '1.', '(1)', 'a.', "o'", 'a@', '1/', '+1 ', 'x 1 ', 'Tel: 1 ']) {
    const text = `Director, Tel: ${unit.repeat(20_000)}`;
    expect(everything(readContact(text)).length).toBeGreaterThan(0);
  }
});
