import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeSentence, plainText } from '../../src/history/sentences.ts';
import { compareCharter } from '../../src/history/compare-charter.ts';
import { compareService } from '../../src/history/compare-service.ts';
import { pairItems } from '../../src/history/pair-items.ts';
import { readVersion, settle } from '../../src/history/version.ts';
import { fingerprint } from '../../src/lib/fingerprint.ts';
import { charter, days, evidence, fee, service } from './content-repo.ts';

type Fields = Record<string, unknown>;

/** Says in English (or another language) what changed between two services, or two charters. */
function serviceChanges(before: Fields, after: Fields, language: 'en' | 'sw' = 'en'): string[] {
  const changes = compareService(readVersion('services', service(before)), readVersion('services', service(after)));
  return changes.map((change) => plainText(changeSentence(change, { language, original: 'en' })));
}
function charterChanges(before: Fields, after: Fields, bodies: [string, string] = ['', '']): string[] {
  const changes = compareCharter(
    readVersion('charters', charter(before, bodies[0])),
    readVersion('charters', charter(after, bodies[1])),
  );
  return changes.map((change) => plainText(changeSentence(change, { language: 'en', original: 'en' })));
}

describe('fees', () => {
  const pages32 = (amount: number) => fee(amount, { label: '32 pages, 5 years' });
  const pages64 = (amount: number) => fee(amount, { label: '64 pages, 10 years' });

  test.each<[string, Fields[], Fields[], string[]]>([
    [
      'each under its label, whatever the order',
      [pages32(25000), pages64(70000)],
      [pages64(75000), pages32(20000)],
      [
        'The fee (64 pages, 10 years) rose from ₦70,000 to ₦75,000.',
        'The fee (32 pages, 5 years) fell from ₦25,000 to ₦20,000.',
      ],
    ],
    [
      'a new one',
      [pages32(25000)],
      [pages32(25000), pages64(70000)],
      ['A fee was added (64 pages, 10 years): ₦70,000.'],
    ],
    [
      'one that goes',
      [pages32(25000), fee(5000, { label: 'Express' })],
      [pages32(25000)],
      ['A fee was removed (Express): ₦5,000.'],
    ],
    ['another kind', [fee(500)], [{ kind: 'free', evidence }], ['The fee changed from ₦500 to free.']],
    [
      'a formula',
      [{ kind: 'not-stated', evidence }],
      [{ kind: 'formula', formula: '2 % of the value', currency: 'NGN', evidence }],
      ['The fee changed from not stated to 2 % of the value.'],
    ],
    [
      'another currency is neither dearer nor cheaper',
      [fee(100)],
      [fee(200, { currency: 'USD' })],
      ['The fee changed from ₦100 to US$200.'],
    ],
    [
      'so is another measure',
      [fee(100, { per: 'a day' })],
      [fee(200, { per: 'a week' })],
      ['The fee changed from ₦100 a day to ₦200 a week.'],
    ],
    [
      'the only fee under a new label is the same fee',
      [fee(100, { label: 'Application' })],
      [fee(200, { label: 'Processing' })],
      ['The fee (Processing) rose from ₦100 to ₦200.'],
    ],
    [
      'a new source alone',
      [fee(100)],
      [fee(100, { note: 'Confirmed.' })],
      ['Wording changed in: notes and sources of the costs.'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(serviceChanges({ fees: before }, { fees: after })).toEqual(expected);
  });

  test('a label is told in Kiswahili where it was translated, and not where the translation had gone stale', () => {
    const translated = (of: string) => ({
      fees: [pages32(2)],
      translations: [{ language: 'sw', field: 'fees.0.label', text: 'Kurasa 32', of }],
    });
    expect(serviceChanges({ fees: [pages32(1)] }, translated(fingerprint('32 pages, 5 years')), 'sw')[0]).toBe(
      'Ada (Kurasa 32) imepanda kutoka ₦1 hadi ₦2.',
    );
    expect(serviceChanges({ fees: [pages32(1)] }, translated('00000000'), 'sw')[0]).toBe(
      'Ada (32 pages, 5 years) imepanda kutoka ₦1 hadi ₦2.',
    );
  });
});

describe('times', () => {
  const time = (max: number, unit: string, more: Fields = {}) => ({ kind: 'fixed', max, unit, evidence, ...more });

  test.each<[string, Fields, Fields, string]>([
    [
      'longer',
      time(3, 'working-days'),
      time(5, 'working-days'),
      'The time slipped from 3 working days to 5 working days.',
    ],
    ['shorter', time(30, 'minutes'), time(10, 'minutes'), 'The time was shortened from 30 minutes to 10 minutes.'],
    ['longer in another unit', time(48, 'hours'), time(2, 'weeks'), 'The time slipped from 48 hours to 2 weeks.'],
    ['too close to call', time(5, 'working-days'), time(7, 'days'), 'The time changed from 5 working days to 7 days.'],
    ['a month is not always 30 days', time(1, 'months'), time(30, 'days'), 'The time changed from 1 month to 30 days.'],
    ['the lower end only', days(5), days(5, { min: 3 }), 'The time changed from 5 days to 3–5 days.'],
    ['to the same day', days(1), days(0), 'The time was shortened from 1 day to same day.'],
    ['no promise any more', days(1), { kind: 'not-stated', evidence }, 'The time changed from 1 day to not stated.'],
  ])('%s', (_, before, after, expected) => {
    expect(serviceChanges({ processingTimes: [before] }, { processingTimes: [after] })).toEqual([expected]);
  });

  test('a case of its own comes and goes', () => {
    const urgent = days(1, { appliesTo: 'urgent' });
    expect(serviceChanges({}, { processingTimes: [days(3), urgent] })).toEqual(['A time was added (urgent): 1 day.']);
    expect(serviceChanges({ processingTimes: [days(3), urgent] }, {})).toEqual(['A time was removed (urgent): 1 day.']);
  });
});

describe('the rest of a service', () => {
  test.each<[string, Fields, Fields, string[]]>([
    [
      'something more to bring',
      {},
      { requirements: [{ what: 'Birth certificate' }, { what: 'Letter', appliesTo: 'under 18' }] },
      ['Now also to bring: Letter (under 18).'],
    ],
    ['something less to bring', {}, { requirements: [] }, ['No longer to bring: Birth certificate.']],
    [
      'reworded',
      { requirements: [{ what: 'One passport photograph' }] },
      { requirements: [{ what: 'Two passport photographs' }] },
      ['What to bring: “One passport photograph” now reads “Two passport photographs”.'],
    ],
    [
      'something else instead',
      { requirements: [{ what: 'Letter from a guarantor' }] },
      { requirements: [{ what: 'National identity card' }] },
      ['Now also to bring: National identity card.', 'No longer to bring: Letter from a guarantor.'],
    ],
    [
      'alike',
      { requirements: [{ what: 'Birth certificate' }] },
      { requirements: [{ what: 'Original birth certificate' }] },
      ['What to bring: “Birth certificate” now reads “Original birth certificate”.'],
    ],
    [
      'required no longer',
      {},
      { requirements: [{ what: 'Birth certificate', optional: true }] },
      ['Helpful but no longer required: Birth certificate.'],
    ],
    ['a new name', {}, { name: 'Standard passport' }, ['Renamed from “Passport” to “Standard passport”.']],
    ['discontinued', {}, { status: 'discontinued' }, ['Discontinued.']],
    [
      'another ladder',
      {},
      { redress: [{ agency: 'ombudsman', evidence }] },
      ['The steps for complaints changed: 1 named here, 0 before.'],
    ],
    [
      'other texts',
      {},
      { summary: 'New.', steps: [{ client: 'Apply' }] },
      ['Wording changed in: about the service, steps.'],
    ],
    ['search words are no change', {}, { popularNames: ['pasi'], topics: ['travel'], order: 1 }, []],
  ])('%s', (_, before, after, expected) => {
    expect(serviceChanges(before, after)).toEqual(expected);
  });

  test('what cannot be read is passed over, and the rest is still compared', () => {
    expect(serviceChanges({ fees: 'free of charge', madeUp: true }, { fees: [fee(1)], status: 'suspended' })).toEqual([
      'Suspended.',
    ]);
  });
});

describe('a charter', () => {
  const desk = (more: Fields = {}) => ({
    id: 'desk',
    roles: ['complaint'],
    title: 'Complaints desk',
    emails: ['old@agency.example'],
    evidence,
    ...more,
  });

  test.each<[string, Fields, Fields, string[]]>([
    ['a new contact', {}, { contacts: [desk()] }, ['New contact: Complaints desk.']],
    ['a contact that goes', { contacts: [desk()] }, {}, ['Contact removed: Complaints desk.']],
    [
      'a standard with another target',
      { standards: [{ metric: 'Letters answered', target: 'within 48 hours', evidence }] },
      { standards: [{ metric: 'Letters answered', target: 'within 72 hours', evidence }] },
      ['Standard “Letters answered” changed from within 48 hours to within 72 hours.'],
    ],
    [
      'a review put off',
      { nextReviewDue: '2026-01-31' },
      { nextReviewDue: '2027-01-31' },
      ['The next review moved from 31 January 2026 to 31 January 2027.'],
    ],
    ['a review set', {}, { nextReviewDue: '2027-01-31' }, ['The next review is due on 31 January 2027.']],
    [
      'an agency that is merged',
      {},
      { status: 'merged', successors: ['other'] },
      ['The agency was merged into another.', 'Wording changed in: about the agency.'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(charterChanges(before, after)).toEqual(expected);
  });

  test('a contact’s change is told without the old or new address, number or name', () => {
    const after = desk({
      emails: ['new@agency.example'],
      phones: [{ number: '0700 111 222' }],
      person: 'Amina Officer',
    });
    expect(charterChanges({ contacts: [desk()] }, { contacts: [after] })).toEqual([
      'Contact “Complaints desk” changed: person in charge, e-mail, telephone.',
    ]);
  });

  test.each<[string, string]>([
    ['confirmed', 'Contact “Complaints desk” was tried on 1 December 2026 and answered.'],
    ['failed', 'Contact “Complaints desk” was tried on 1 December 2026 and did not answer.'],
  ])('a contact that somebody tried: %s', (checkStatus, expected) => {
    const tried = desk({ lastCheckedOn: '2026-12-01', checkStatus });
    expect(charterChanges({ contacts: [desk()] }, { contacts: [tried] })).toEqual([expected]);
    expect(charterChanges({ contacts: [tried] }, { contacts: [tried] })).toEqual([]);
  });

  test('the text below the charter', () => {
    expect(charterChanges({}, {}, ['Old.', 'New.'])).toEqual(['Wording changed in: the text below the charter.']);
  });
});

describe('figures that the office confirmed', () => {
  const seen = { ...evidence, confirmedOn: '2026-12-01' };

  test('are told as confirmed, and as nothing else', () => {
    expect(
      serviceChanges(
        { fees: [fee(500)], processingTimes: [days(3)] },
        { fees: [fee(500, { evidence: seen })], processingTimes: [days(3, { evidence: seen })] },
      ),
    ).toEqual(['The office confirmed on 1 December 2026 that 2 figures still hold.']);
    expect(serviceChanges({ fees: [fee(500)] }, { fees: [fee(500, { evidence: seen })] }, 'sw')).toEqual([
      'Ofisi ilithibitisha 1 Desemba 2026 kwamba takwimu moja bado ni sahihi.',
    ]);
  });

  test('beside one that changed are told apart', () => {
    expect(
      serviceChanges(
        { fees: [fee(500)], processingTimes: [days(3)] },
        { fees: [fee(700)], processingTimes: [days(3, { evidence: seen })] },
      ),
    ).toEqual([
      'The fee rose from ₦500 to ₦700.',
      'The office confirmed on 1 December 2026 that a figure still holds.',
    ]);
  });

  test('that lose their confirmation tell nothing', () => {
    expect(serviceChanges({ fees: [fee(500, { evidence: seen })] }, { fees: [fee(500)] })).toEqual([]);
  });
});

test('a version compared with itself tells nothing, and no text makes reading fail', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json().map((json) => `---\n${json}\n---\n`),
        fc.json(),
      ),
      (text) => {
        const [one, two] = [readVersion('services', text), readVersion('charters', text)];
        expect(compareService(one, settle(one, one))).toEqual([]);
        expect(compareCharter(two, settle(two, two))).toEqual([]);
      },
    ),
  );
});

test('pairing uses every item exactly once', () => {
  const names = fc.array(
    fc.constantFrom('', 'form', 'form a', 'photo', 'two photos', 'birth certificate', 'certificate of birth'),
  );
  fc.assert(
    fc.property(names, names, (before, after) => {
      const { pairs, gone, added } = pairItems(before, after);
      expect([...pairs.map(([i]) => i), ...gone].sort((a, b) => a - b)).toEqual([...before.keys()]);
      expect([...pairs.map(([, j]) => j), ...added].sort((a, b) => a - b)).toEqual([...after.keys()]);
    }),
  );
});
