import { describe, expect, it } from 'vitest';
import { date, duration, money, telHref } from '../../src/register/format.ts';

/* A currency is not parted from its number at the end of a line: hence the no-break space. */
describe('an amount', () => {
  it.each([
    [100_000, 'NGN', '₦100,000'],
    [7500, 'KES', 'KSh\u00a07,500'],
    [0.5, 'KES', 'KSh\u00a00.50'],
    [1234.5, 'USD', 'US$1,234.50'],
    [0, 'PHP', '₱0'],
    [99, 'XOF', 'XOF\u00a099'],
  ])('of %d %s is written %s', (amount, currency, written) => {
    expect(money(amount, currency)).toBe(written);
  });
});

describe('a date', () => {
  it.each([
    ['2025-08-28', '28 August 2025', '28 Agosti 2025'],
    ['2025-08-01', '1 August 2025', '1 Agosti 2025'],
    ['2025-08', 'August 2025', 'Agosti 2025'],
    ['2025', '2025', '2025'],
  ])('%s is as exact as its source: %s', (iso, english, kiswahili) => {
    expect(date(iso, 'en')).toBe(english);
    expect(date(iso, 'sw')).toBe(kiswahili);
  });
});

describe('a length of time', () => {
  it.each([
    [{ max: 1, unit: 'days' }, '1 day', 'siku 1'],
    [{ max: 3, unit: 'days' }, '3 days', 'siku 3'],
    [{ max: 1, unit: 'working-days' }, '1 working day', 'siku ya kazi 1'],
    [{ max: 5, unit: 'working-days' }, '5 working days', 'siku za kazi 5'],
    [{ min: 30, max: 90, unit: 'days' }, '30–90 days', 'siku 30–90'],
    [{ min: 1, max: 1, unit: 'months' }, '1 month', 'mwezi 1'],
    [{ min: 0, max: 1, unit: 'days' }, '0–1 days', 'siku 0–1'],
    [{ max: 2, unit: 'years' }, '2 years', 'miaka 2'],
    [{ max: 1.5, unit: 'hours' }, '1.5 hours', 'saa 1.5'],
    [{ min: 2, unit: 'weeks' }, '2 weeks', 'wiki 2'],
    [{ max: 0.5, unit: 'minutes' }, '30 seconds', 'sekunde 30'],
    [{ max: 0.05, unit: 'minutes' }, '3 seconds', 'sekunde 3'],
    [{ max: 0, unit: 'minutes' }, 'At once', 'Papo hapo'],
    [{ max: 0, unit: 'days' }, 'Same day', 'Siku hiyo hiyo'],
    [{ max: 0, unit: 'working-days' }, 'Same day', 'Siku hiyo hiyo'],
  ] as const)('%j reads %s, in Kiswahili with the number last: %s', (value, english, kiswahili) => {
    expect(duration(value, 'en')).toBe(english);
    expect(duration(value, 'sw')).toBe(kiswahili);
  });

  it('without a unit says nothing', () => {
    expect(duration({ max: 3 }, 'en')).toBe('');
  });
});

describe('the link to a telephone', () => {
  it.each([
    ['+254 20 2270000', 'tel:+254202270000'],
    ['0700-CALL-INEC', 'tel:0700'],
    ['*216#', 'tel:*216%23'],
    ['(020) 227/00-00', 'tel:0202270000'],
  ])('for %s is %s', (number, href) => {
    expect(telHref(number)).toBe(href);
  });
});
