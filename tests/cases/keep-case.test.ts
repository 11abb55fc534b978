import { describe, expect, it } from 'vitest';
import { smsHref, whatsappShareHref } from '../../src/lib/message-links.ts';
import { keepFile, keepView } from '../../src/views/case/keep-case.ts';

const keys = {
  reference: 'K7M2-9QXF',
  secret: 'ABCD-EFGH-JKLM-NPQR-STUV-WXYZ-234',
  address: 'https://portal.example/cases/',
};
/** What fits one SMS in the letters of GSM 03.38; more is sent, and paid for, as two. */
const SMS_LETTERS = 160;

describe('the keys of a case', () => {
  it.each(['en', 'sw'] as const)('fit one SMS and say nothing of the case (%s)', (language) => {
    const { words } = keepView(keys, language);
    expect(words).toMatch(new RegExp(`${keys.reference}\n.*${keys.secret}\n${keys.address}$`));
    expect(words.length).toBeLessThanOrEqual(SMS_LETTERS);
    expect(words).toMatch(/^[\x20-\x7e\n]+$/);
  });

  it('stand in no web address: neither of WhatsApp’s nor of ours', () => {
    const { smsHref: sms, whatsappHref: whatsapp } = keepView(keys, 'en');
    expect([sms, whatsapp].map((href) => new URL(href).protocol)).toEqual(['sms:', 'whatsapp:']);
    expect(decodeURIComponent(whatsapp)).toContain(keys.secret);
  });

  it('are kept in a file that Windows opens too, and that says what they are in a year', () => {
    const file = keepFile(keys, 'Test Portal', 'en');
    expect(file).toContain(`Secret: ${keys.secret}\r\n`);
    expect(file).toContain('cannot be given again');
    expect(file.replaceAll('\r\n', '')).not.toContain('\n');
  });
});

describe('a message that a link begins', () => {
  it('has its words after "?" for Android and after "&" for iOS, and goes to nobody yet', () => {
    expect(smsHref('one two')).toBe('sms:?&body=one%20two');
  });

  it('arrives as it was written: with its lines, signs and letters', () => {
    const words = 'Fees & times, 50% off?\n#1 + ₦ ọ';
    for (const [href, before] of [
      [smsHref(words), 'sms:?&body='],
      [whatsappShareHref(words), 'https://wa.me/?text='],
    ] as const) {
      expect(href.startsWith(before)).toBe(true);
      const encoded = href.slice(before.length);
      // A "+" is shown as a plus by phones, and "&" or "#" would end the message.
      expect(encoded).not.toMatch(/[+&#\s?]/);
      expect(decodeURIComponent(encoded)).toBe(words);
    }
  });
});
