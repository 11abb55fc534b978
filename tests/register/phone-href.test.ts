import { describe, expect, it } from 'vitest';
import { phoneHref } from '../../src/register/phone-href.ts';
import { shippedRegister } from './shipped-content.ts';

describe('what a tap on a number opens', () => {
  it.each([
    ['voice', '020 2270000', 'tel:0202270000'],
    ['ussd', '*483*81#', 'tel:*483*81%23'],
    ['sms', '0805 700 0003', 'sms:08057000003'],
    ['sms', '+254 700 1', 'sms:+2547001'],
    ['fax', '020-2719757', undefined],
  ] as const)('of kind %s for %s is %s', (kind, number, href) => {
    expect(phoneHref(kind, number, '+254')).toBe(href);
  });

  it.each([
    ['+254 722 116 116', 'https://wa.me/254722116116'],
    ['00254 722 116 116', 'https://wa.me/254722116116'],
    ['0722 116 116', 'https://wa.me/254722116116'],
    // The zero that is dialled at home opens no chat after the country's code.
    ['+254 (0)722 116 116', 'https://wa.me/254722116116'],
    // A short code is no number of another country's phone.
    ['22359', undefined],
  ])('to chat with %s is %s: the international form, with neither plus nor zero before it', (number, href) => {
    expect(phoneHref('whatsapp', number, '+254')).toBe(href);
  });

  it('is no chat where nothing tells the country', () => {
    expect(phoneHref('whatsapp', '0722 116 116')).toBeUndefined();
    expect(phoneHref('whatsapp', '+44 7700 900123')).toBe('https://wa.me/447700900123');
  });
});

it('every WhatsApp number of the content opens a chat', async () => {
  const register = await shippedRegister();
  const numbers = [...register.agencies.values()].flatMap(({ data, services }) => {
    const { callingCode } = register.jurisdictions.get(data.jurisdiction)?.data ?? {};
    const dialled = services.flatMap(({ data: { channels } }) => channels);
    return [
      ...data.contacts
        .flatMap(({ phones }) => phones)
        .filter(({ kind }) => kind === 'whatsapp')
        .map(({ number }) => number),
      ...dialled.flatMap(({ kind, dial }) => (kind === 'whatsapp' && dial ? [dial] : [])),
    ].map((number) => [number, phoneHref('whatsapp', number, callingCode)]);
  });
  expect(numbers.length).toBeGreaterThan(5);
  expect(numbers.filter(([, href]) => href === undefined)).toEqual([]);
});
