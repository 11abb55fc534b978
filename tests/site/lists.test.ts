import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/lib/fingerprint.ts';
import { agencyRows, letterOf } from '../../src/site/views/lists.ts';
import { stepTotal } from '../../src/site/views/step-total.ts';
import { charter, jurisdiction, service, tinyRegister } from '../register/tiny-register.ts';

describe('agencies from A to Z', () => {
  const register = tinyRegister(
    jurisdiction('xx', {
      translations: [{ language: 'sw', field: 'name', text: 'Nchi ya Majaribio', of: fingerprint('Testland') }],
    }),
    charter('a', { name: 'Éducation Board' }),
    charter('b', { name: 'Electoral Commission' }),
    charter('c', { name: 'Ẹ̀kọ́ Authority', acronym: 'EKO' }),
    charter('d', {
      name: 'Roads Board',
      translations: [{ language: 'sw', field: 'name', text: 'Bodi ya Barabara', of: fingerprint('Roads Board') }],
    }),
    charter('e', { name: 'audit office' }),
    service('d', 'licence'),
  );

  it('stand in the order of the alphabet, whatever their diacritics and capitals', () => {
    expect(agencyRows(register, 'en').map((row) => row.name.text)).toEqual([
      'audit office',
      'Éducation Board',
      'Ẹ̀kọ́ Authority',
      'Electoral Commission',
      'Roads Board',
    ]);
  });

  it('have one anchor a letter, on its first agency', () => {
    expect(agencyRows(register, 'en').map((row) => row.anchor)).toEqual([
      'letter-a',
      'letter-e',
      undefined,
      undefined,
      'letter-r',
    ]);
  });

  it('go by the names of the page’s language', () => {
    const rows = agencyRows(register, 'sw');
    expect(rows.map((row) => letterOf(row))).toEqual(['a', 'b', 'e', 'e', 'e']);
    expect(rows[1]).toMatchObject({
      name: { text: 'Bodi ya Barabara' },
      href: '/sw/xx/d/',
      countryName: 'Nchi ya Majaribio',
      services: 1,
      anchor: 'letter-b',
    });
    expect(rows[0]?.name).toEqual({ text: 'audit office', lang: 'en' });
  });
});

describe('the time that all steps take', () => {
  it('is their sum, with minutes carried into hours and days apart from working days', () => {
    const steps = [
      { duration: { max: 50, unit: 'minutes' as const } },
      { duration: { max: 57, unit: 'minutes' as const } },
      { duration: { max: 5, unit: 'hours' as const } },
      { duration: { min: 1, max: 3, unit: 'days' as const } },
      { duration: { max: 1, unit: 'working-days' as const } },
      {},
    ];
    expect(stepTotal(steps, 'en')).toBe('3 days, 1 working day, 6 hours, 47 minutes');
    expect(stepTotal(steps, 'sw')).toBe('siku 3, siku ya kazi 1, saa 6, dakika 47');
  });

  it.each([
    ['60 minutes', [60], '1 hour'],
    ['59 minutes', [30, 29], '59 minutes'],
    ['half minutes', [0.5, 0.5], '1 minute'],
    ['nothing', [], ''],
  ])('of %s', (_, minutes, total) => {
    expect(
      stepTotal(
        minutes.map((max) => ({ duration: { max, unit: 'minutes' as const } })),
        'en',
      ),
    ).toBe(total);
  });
});
