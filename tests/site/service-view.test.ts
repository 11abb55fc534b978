import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/lib/fingerprint.ts';
import { charter, evidence, service } from '../register/tiny-register.ts';
import { viewOf } from './view-fixture.ts';

const fixed = (amount: number, more: object = {}): object => ({
  kind: 'fixed',
  amount,
  currency: 'KES',
  evidence,
  ...more,
});
const free = { kind: 'free', evidence };
const formula = { kind: 'formula', formula: '2.75 % of gross pay', currency: 'KES', evidence };
const perContract = { kind: 'per-contract', evidence };
const notStated = { kind: 'not-stated', evidence };
const time = (more: object): object => ({ kind: 'fixed', max: 5, unit: 'days', evidence, ...more });

describe('the price of the promise', () => {
  it.each([
    ['a single fee', [fixed(1500)], 'KSh 1,500', 'KSh 1,500'],
    ['a fee by the piece', [fixed(50, { per: 'a copy' })], 'KSh 50 a copy', 'KSh 50 a copy'],
    ['nothing to pay', [free], 'Free', 'Bure'],
    ['free whoever you are', [free, { ...free, label: 'Abroad' }], 'Free', 'Bure'],
    ['several fees', [fixed(4550), fixed(3050), fixed(7550)], 'from KSh 3,050', 'kuanzia KSh 3,050'],
    [
      'several fees by the piece',
      [fixed(20, { per: 'a page' }), fixed(10, { per: 'a copy' })],
      'from KSh 10 a copy',
      'kuanzia KSh 10 a copy',
    ],
    ['the same fee everywhere', [fixed(1500), fixed(1500)], 'KSh 1,500', 'KSh 1,500'],
    ['free for some', [fixed(1500), free], 'from free', 'kuanzia bure'],
    ['free for some, a formula for others', [free, formula], 'from free', 'kuanzia bure'],
    ['a formula', [formula], '2.75 % of gross pay', '2.75 % of gross pay'],
    ['a formula beside a fee', [formula, fixed(300)], 'from KSh 300', 'kuanzia KSh 300'],
    ['a contract', [perContract], 'As per contract', 'Kulingana na kandarasi'],
    ['a fee known for one case only', [notStated, fixed(1500)], 'KSh 1,500', 'KSh 1,500'],
    ['no fee in any source', [notStated], 'Not stated', 'Haijatajwa'],
    [
      'fees in two currencies, which cannot be compared',
      [fixed(7200), fixed(50, { currency: 'USD' })],
      'from KSh 7,200',
      'kuanzia KSh 7,200',
    ],
  ])('of $0 is "$2"', (_, fees, english, kiswahili) => {
    const cost = (language: 'en' | 'sw'): string =>
      viewOf({ fees }, { language }).promise.cost.value.text.replaceAll('\u00a0', ' ');
    expect(cost('en')).toBe(english);
    expect(cost('sw')).toBe(kiswahili);
  });

  it('tells a price that nobody states from one that is stated', () => {
    expect(viewOf({ fees: [notStated] }).promise.cost.stated).toBe(false);
    expect(viewOf({ fees: [free] }).promise.cost.stated).toBe(true);
  });

  it('is marked as old with its evidence, but not for what is not stated', () => {
    const old = { ...evidence, asOf: '2019' };
    expect(viewOf({ fees: [fixed(1500, { evidence: old })] }).promise.cost.marks).toEqual(['old']);
    expect(viewOf({ fees: [{ ...notStated, evidence: old }] }).promise.cost.marks).toEqual([]);
  });
});

describe('the time of the promise', () => {
  it('is the first one, which is the promise', () => {
    expect(
      viewOf({ processingTimes: [time({}), time({ max: 1, appliesTo: 'emergencies' })] }).promise.time.value.text,
    ).toBe('5 days');
  });

  it.each([
    ['continuous', 'Continuous', true],
    ['per-contract', 'As per contract', true],
    ['as-announced', 'As announced', true],
    ['not-stated', 'Not stated', false],
  ])('of kind %s is "%s"', (kind, said, stated) => {
    const { promise } = viewOf({ processingTimes: [{ kind, evidence }] });
    expect(promise).toMatchObject({ time: { value: { text: said }, stated } });
  });
});

describe('what to bring', () => {
  const items = ['Identity card', 'Photographs', 'Title deed', 'Form W1', 'Receipt'].map((what) => ({ what }));

  it('shows four things and says how many more', () => {
    const { promise } = viewOf({ requirements: items });
    expect(promise.bring.map((item) => item.text)).toEqual(['Identity card', 'Photographs', 'Title deed', 'Form W1']);
    expect(promise.bringMore).toBe(1);
  });

  it('counts what only helps among the rest', () => {
    const { promise } = viewOf({ requirements: [{ what: 'Old bill', optional: true }, { what: 'Identity card' }] });
    expect(promise).toMatchObject({ bring: [{ text: 'Identity card' }], bringMore: 1 });
  });

  it('leads to where each thing is got', () => {
    const more = [
      charter('npc', { acronym: 'NPC' }),
      service('npc', 'birth-certificate', { name: 'Birth certificate' }),
    ];
    const requirements = [
      { what: 'Birth certificate', fromService: 'npc/birth-certificate' },
      { what: 'Letter', fromAgency: 'npc' },
      { what: 'Form', fromUrl: 'https://forms.example/w1' },
      { what: 'Photograph' },
    ];
    expect(viewOf({ requirements }, { more, language: 'sw' }).requirements.map((item) => item.from)).toEqual([
      [{ label: 'Birth certificate', href: '/sw/xx/npc/birth-certificate/' }],
      [{ label: 'NPC', href: '/sw/xx/npc/' }],
      [{ label: 'forms.example', href: 'https://forms.example/w1' }],
      [],
    ]);
  });

  it('survives an address that only looks like one', () => {
    expect(viewOf({ requirements: [{ what: 'Form', fromUrl: 'https://[' }] }).requirements[0]?.from).toEqual([]);
  });
});

describe('a service on a page of another language', () => {
  it('shows translations where there are any and marks the rest', () => {
    const translations = [
      { language: 'sw', field: 'name', text: 'Muunganisho mpya', of: fingerprint('New connection') },
      { language: 'sw', field: 'requirements.0.what', text: 'Kitambulisho', of: fingerprint('An older text') },
    ];
    const view = viewOf(
      { name: 'New connection', requirements: [{ what: 'Identity card' }, { what: 'Photograph' }], translations },
      { language: 'sw' },
    );
    expect(view.name).toEqual({ text: 'Muunganisho mpya' });
    expect(view.promise.bring).toEqual([
      { text: 'Kitambulisho', stale: true },
      { text: 'Photograph', lang: 'en' },
    ]);
    expect(view.complainHref).toBe('/sw/xx/water/connection/complain/');
  });

  it('takes its own language from the charter', () => {
    expect(viewOf({ name: 'Muunganisho mpya' }, { language: 'en', board: { language: 'sw' } }).name).toEqual({
      text: 'Muunganisho mpya',
      lang: 'sw',
    });
  });
});

describe('a service that was replaced', () => {
  it('leads to the one that took its place', () => {
    const view = viewOf(
      { status: 'discontinued', replacedBy: 'smart-meter' },
      { more: [service('water', 'smart-meter', { name: 'Smart meter' })] },
    );
    expect(view.replacedBy).toEqual({ name: { text: 'Smart meter' }, href: '/xx/water/smart-meter/' });
  });

  it('leads to the body that gives it, where that is another', () => {
    const view = viewOf(
      { status: 'elsewhere', replacedBy: 'police/abstract' },
      { more: [charter('police'), service('police', 'abstract', { name: 'Abstract' })] },
    );
    expect(view.replacedBy).toEqual({ name: { text: 'Abstract' }, href: '/xx/police/abstract/' });
  });
});
