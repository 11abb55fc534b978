import { expect, test } from 'vitest';
import { latestValidFrom } from '../../src/cms/review/embargo.ts';
import { collections } from '../../src/schemas/collections.ts';
import { markFallbacks } from '../../src/texts/fallback-marks.ts';
import { fieldDifferences, textDifference } from '../../src/views/desk/field-differences.ts';

const evidence = { sources: ['s1'], verification: 'official' };
const fee = (amount: number, more: object = {}) => ({ kind: 'fixed', amount, currency: 'NGN', evidence, ...more });
const told = (before: object, after: object): string[] =>
  fieldDifferences(collections.services.schema, before, after).map(
    ({ way, before, after }) => `${way.join(' › ')}: ${before} → ${after}`,
  );

test('only the fields that differ are shown, by their labels and by the name of the item they are in', () => {
  const before = { name: 'Passport', fees: [fee(500, { label: 'Replacement' }), fee(900, { label: 'First' })] };
  const after = {
    name: 'Passport',
    // In another order, which changes nothing.
    fees: [fee(900, { label: 'First' }), fee(1000, { label: 'Replacement', validFrom: '2027-01-01' })],
    eligibility: ['Citizens', 'Residents'],
  };
  expect(told(before, after)).toEqual([
    'Who may apply:  → Citizens\nResidents',
    'Costs › Replacement › Amount: 500 → 1000',
    'Costs › Replacement › Valid from:  → 1 January 2027',
  ]);
});

test('a reviewer who reads Kiswahili finds the fields in it, and content that is English marked as such', () => {
  const [of] = fieldDifferences(
    collections.services.schema,
    { fees: [fee(500, { label: 'Replacement' })] },
    { fees: [fee(500, { label: 'Replacement', validFrom: '2027-01-01' })] },
    'sw',
  );
  expect(of?.way.map(markFallbacks)).toEqual(['Gharama', '<span lang="en">Replacement</span>', 'Inaanza kutumika']);
  expect(of?.after).toBe('1 Januari 2027');
});

test('a figure of another kind loses the fields of the old kind and gains those of the new', () => {
  expect(told({ fees: [fee(500)] }, { fees: [{ kind: 'free', evidence }] })).toEqual([
    'Costs › 1: Fixed amount → Free',
    'Costs › 1 › Amount: 500 → ',
    'Costs › 1 › Currency: NGN → ',
  ]);
});

test('of a long text the paragraphs that differ are shown', () => {
  expect(textDifference('One.\n\nTwo.\n\nThree.', 'One.\n\nTwo, anew.\n\nThree.\n')).toEqual({
    before: 'Two.',
    after: 'Two, anew.',
  });
  expect(textDifference('One.', 'One.\n')).toBeUndefined();
});

test('the day proposed is the last on which a changed figure begins to hold, if it lies ahead', () => {
  const path = 'content/services/po/passport.yaml';
  const service = (...days: string[]): string =>
    JSON.stringify({ name: 'Passport', fees: days.map((validFrom) => fee(1, { validFrom })) });
  const proposed = (before: string[], after: string[]) =>
    latestValidFrom([{ path, before: service(...before), after: service(...after) }], '2026-11-02');
  expect(proposed([], ['2027-01-01', '2027-03-01'])).toBe('2027-03-01');
  // What held before, or begins today, waits for nothing.
  expect(proposed(['2027-03-01'], ['2027-03-01', '2027-01-01'])).toBe('2027-01-01');
  expect(proposed([], ['2026-11-02', '2026-05-01'])).toBeUndefined();
});
