import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { mergeYaml } from '../../src/lib/yaml/merge-yaml.ts';

const TEXT = `# Kept by hand.
name: "Passport"   # as on the form
summary: >-
  A booklet that lets you
  travel.
audience: [citizens, diaspora]
fees:
  - kind: fixed
    amount: 50000
    currency: NGN
    evidence: { sources: [s1], asOf: "2025", verification: official }
    history: []

  - { kind: free, label: 'Under 6', evidence: { sources: [s2, s1], verification: press } }
notes:
    - deep indentation
    - "stays: deep"
`;

interface Fee {
  amount?: number;
  evidence: { verification: string };
  [field: string]: unknown;
}

interface Loose extends Record<string, unknown> {
  fees: [Fee, Fee, ...Fee[]];
  notes: string[];
  audience?: string[];
  validity?: string;
}

const edited = (change: (data: Loose) => void): string => {
  const data = parse(TEXT) as Loose;
  change(data);
  return mergeYaml(TEXT, data);
};

/** The lines that only one of two texts has. */
function changedLines(after: string): string[] {
  const before = new Set(TEXT.split('\n'));
  const now = new Set(after.split('\n'));
  return [
    ...[...before].filter((line) => !now.has(line)).map((line) => `-${line}`),
    ...[...now].filter((line) => !before.has(line)).map((line) => `+${line}`),
  ];
}

test('the same values give the same text, byte for byte', () => {
  expect(edited(() => undefined)).toBe(TEXT);
});

test('what empty form controls leave behind is no change', () => {
  expect(
    edited((data) =>
      Object.assign(data, { validity: '', remedy: { text: '', evidence: { sources: [] } }, order: null, steps: [] }),
    ),
  ).toBe(TEXT);
});

test('a changed fee changes its line only', () => {
  expect(changedLines(edited((data) => (data.fees[0].amount = 100000)))).toEqual([
    '-    amount: 50000',
    '+    amount: 100000',
  ]);
});

test('a changed value inside a one-line group changes that line only', () => {
  expect(changedLines(edited((data) => (data.fees[1].evidence.verification = 'law')))).toEqual([
    "-  - { kind: free, label: 'Under 6', evidence: { sources: [s2, s1], verification: press } }",
    "+  - { kind: free, label: 'Under 6', evidence: { sources: [s2, s1], verification: law } }",
  ]);
});

test('a list item added in the middle leaves the others alone', () => {
  const fresh = { kind: 'fixed', amount: 9, currency: 'NGN', evidence: { sources: ['s1'], verification: 'official' } };
  const after = edited((data) => data.fees.splice(1, 0, fresh));
  expect(parse(after).fees[1]).toEqual(fresh);
  expect(changedLines(after)).toEqual(['+    amount: 9', '+    evidence: { sources: [s1], verification: official }']);
});

test('items can be removed and moved', () => {
  expect(parse(edited((data) => data.fees.shift())).fees).toHaveLength(1);
  expect(parse(edited((data) => data.fees.reverse())).fees.map((fee: { kind: string }) => fee.kind)).toEqual([
    'free',
    'fixed',
  ]);
});

test('a field added or removed keeps the comments', () => {
  const after = edited((data) => {
    delete data.audience;
    data.validity = '10 years: for adults';
  });
  expect(after).toContain('# Kept by hand.\nname: "Passport"   # as on the form');
  expect(parse(after)).toMatchObject({ validity: '10 years: for adults' });
  expect(parse(after)).not.toHaveProperty('audience');
});

test('a new entry is written in the house style', () => {
  expect(mergeYaml('', { name: 'New', order: '', evidence: { sources: ['s1'], verification: 'law' } })).toBe(
    'name: New\nevidence: { sources: [s1], verification: law }\n',
  );
});

test('texts that look like lists in brackets survive', () => {
  const after = edited((data) => (data.notes[0] = 'Write [ x ] in the box'));
  expect(parse(after).notes[0]).toBe('Write [ x ] in the box');
});
