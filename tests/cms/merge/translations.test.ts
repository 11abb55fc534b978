import { expect, test } from 'vitest';
import { fingerprint } from '../../../src/lib/fingerprint.ts';
import { joinEdits } from '../../../src/cms/merge/join-edits.ts';
import { placeName, resolved } from '../../../src/cms/merge/resolve.ts';
import type { Edited } from '../../../src/cms/merge/versions.ts';

/* One takes a fee out, another changes the fees or their translations meanwhile: each translation stays with its fee. */

const fee = (label: string, amount = 1) => ({ kind: 'fixed', label, amount, note: `Note ${label}` });
const note = (at: number, label: string, text = `Kuhusu ${label}`) => ({
  language: 'sw',
  field: `fees.${at}.note`,
  text,
  of: fingerprint(`Note ${label}`),
});
const entry = (fees: object[], translations: object[]): Edited => ({ data: { fees, translations }, body: '' });

const base = entry([fee('a'), fee('b'), fee('c')], [note(0, 'a'), note(1, 'b'), note(2, 'c')]);
const withoutB = entry([fee('a'), fee('c')], [note(0, 'a'), note(1, 'c')]);

test.each([
  [
    'adds one before it in the editor, which leaves translations where they stand',
    entry([fee('n'), fee('a'), fee('b'), fee('c')], [note(0, 'a'), note(1, 'b'), note(2, 'c')]),
    entry([fee('n'), fee('a'), fee('c')], [note(1, 'a'), note(2, 'c')]),
  ],
  [
    'adds one before it, with translations moved',
    entry([fee('n'), fee('a'), fee('b'), fee('c')], [note(1, 'a'), note(2, 'b'), note(3, 'c')]),
    entry([fee('n'), fee('a'), fee('c')], [note(1, 'a'), note(2, 'c')]),
  ],
  [
    'adds one behind it, translated',
    entry([fee('a'), fee('b'), fee('c'), fee('n')], [note(0, 'a'), note(1, 'b'), note(2, 'c'), note(3, 'n')]),
    entry([fee('a'), fee('c'), fee('n')], [note(0, 'a'), note(1, 'c'), note(2, 'n')]),
  ],
  [
    'translates another fee anew',
    entry([fee('a'), fee('b'), fee('c')], [note(0, 'a'), note(1, 'b'), note(2, 'c', 'Mpya')]),
    entry([fee('a'), fee('c')], [note(0, 'a'), note(1, 'c', 'Mpya')]),
  ],
  [
    'translates the same fee anew, whose translation goes with it',
    entry([fee('a'), fee('b'), fee('c')], [note(0, 'a'), note(1, 'b', 'Mpya'), note(2, 'c')]),
    withoutB,
  ],
  [
    'takes out another one',
    entry([fee('b'), fee('c')], [note(0, 'b'), note(1, 'c')]),
    entry([fee('c')], [note(0, 'c')]),
  ],
])('the other %s', (_, theirs, joined) => {
  expect(joinEdits(base, theirs, withoutB)).toEqual({ value: joined, conflicts: [] });
  expect(joinEdits(base, withoutB, theirs).conflicts).toEqual([]);
});

test('where the other changes the same fee, translations follow what is chosen', () => {
  const theirs = entry([fee('a'), fee('b', 2), fee('c')], [note(0, 'a'), note(1, 'b'), note(2, 'c')]);
  const joined = joinEdits(base, theirs, withoutB);
  expect(joined.conflicts.map(({ path }) => placeName(path))).toEqual(['data.fees.1']);
  expect(resolved(joined, ({ mine }) => mine)).toEqual(withoutB);
  expect(resolved(joined, (conflict) => conflict.theirs)).toEqual(theirs);
});
