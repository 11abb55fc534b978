import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeVersions } from '../../../src/cms/merge/three-way.ts';
import type { Path } from '../../../src/cms/merge/versions.ts';

const base = {
  name: 'Passport',
  fees: [
    { kind: 'fixed', label: '32 pages', amount: 50000 },
    { kind: 'fixed', label: '64 pages', amount: 100000 },
  ],
  eligibility: ['Citizens'],
};

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((part, key) => (part as Record<string | number, unknown> | undefined)?.[key], value);

describe('two officers who changed the same entry', () => {
  test('in different fields both have their way', () => {
    const theirs = { ...base, name: 'Standard passport' };
    const mine = { ...base, eligibility: ['Citizens', 'Children with a guardian'] };
    expect(mergeVersions({ base, theirs, mine })).toEqual({
      value: { ...base, name: 'Standard passport', eligibility: ['Citizens', 'Children with a guardian'] },
      conflicts: [],
    });
  });

  test('in different items of a list both have their way, also where one added an item before', () => {
    const [small, large] = base.fees;
    const theirs = { ...base, fees: [{ kind: 'free', label: 'Lost in a fire' }, small, large] };
    const mine = { ...base, fees: [small, { ...large, amount: 120000 }] };
    expect(mergeVersions({ base, theirs, mine })).toEqual({
      value: { ...base, fees: [{ kind: 'free', label: 'Lost in a fire' }, small, { ...large, amount: 120000 }] },
      conflicts: [],
    });
  });

  test('under another name, an item stays the one it was', () => {
    const [small, large] = base.fees;
    const theirs = { ...base, fees: [{ ...small, label: 'Small' }, large] };
    const dearer = { ...base, fees: [{ ...small, amount: 60000 }, large] };
    expect(mergeVersions({ base, theirs, mine: dearer })).toEqual({
      value: { ...base, fees: [{ ...small, label: 'Small', amount: 60000 }, large] },
      conflicts: [],
    });
    const mine = { ...base, fees: [{ ...small, label: 'Thin' }, large] };
    expect(mergeVersions({ base, theirs, mine }).conflicts).toEqual([
      { path: ['fees', 0, 'label'], base: '32 pages', theirs: 'Small', mine: 'Thin' },
    ]);
  });

  test('an item that took the place of another is not that one under a new id', () => {
    const desk = { id: 'help-desk', title: 'Help desk' };
    const before = { contacts: [desk] };
    const theirs = { contacts: [{ id: 'front-office', title: 'Front office' }] };
    const mine = { contacts: [{ ...desk, phone: '199' }] };
    const { value, conflicts } = mergeVersions({ base: before, theirs, mine });
    expect(at(value, ['contacts', 1])).toEqual({ id: 'front-office', title: 'Front office' });
    expect(conflicts).toEqual([
      { path: ['contacts', 0], base: desk, theirs: undefined, mine: { ...desk, phone: '199' } },
    ]);
  });

  test('in the same amount are both shown', () => {
    const [small, large] = base.fees;
    const theirs = { ...base, fees: [{ ...small, amount: 60000 }, large] };
    const mine = { ...base, fees: [{ ...small, amount: 65000 }, large] };
    expect(mergeVersions({ base, theirs, mine })).toEqual({
      value: theirs,
      conflicts: [{ path: ['fees', 0, 'amount'], base: 50000, theirs: 60000, mine: 65000 }],
    });
  });

  test('where one took an item out that the other changed, the change is not lost', () => {
    const [small, large] = base.fees;
    const theirs = { ...base, fees: [large] };
    const mine = { ...base, fees: [{ ...small, amount: 65000 }, large] };
    const { value, conflicts } = mergeVersions({ base, theirs, mine });
    expect(conflicts).toEqual([
      { path: ['fees', 0], base: small, theirs: undefined, mine: { ...small, amount: 65000 } },
    ]);
    expect(at(value, ['fees', 1])).toEqual(large);
  });

  test('where one added an item and the other removed one, both happen', () => {
    const theirs = { ...base, fees: [base.fees[1]] };
    const mine = { ...base, fees: [...base.fees, { kind: 'free', label: 'Diplomatic' }] };
    expect(mergeVersions({ base, theirs, mine }).value).toEqual({
      ...base,
      fees: [base.fees[1], { kind: 'free', label: 'Diplomatic' }],
    });
  });
});

const leaf = fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 3 }), fc.boolean());
const item = fc.record({ label: fc.constantFrom('x', 'y', 'z'), amount: leaf }, { requiredKeys: ['label'] });
const entry = fc.record(
  {
    one: leaf,
    two: leaf,
    group: fc.record({ three: leaf, four: leaf }, { requiredKeys: [] }),
    list: fc.array(item, { maxLength: 4 }),
  },
  { requiredKeys: [] },
);

test('whoever did not change anything takes what the other saved, and the same change twice is one', () => {
  fc.assert(
    fc.property(entry, entry, (before, after) => {
      expect(mergeVersions({ base: before, theirs: after, mine: before })).toEqual({ value: after, conflicts: [] });
      expect(mergeVersions({ base: before, theirs: before, mine: after })).toEqual({ value: after, conflicts: [] });
      expect(mergeVersions({ base: before, theirs: after, mine: after })).toEqual({ value: after, conflicts: [] });
    }),
  );
});

test('of what is typed nothing is lost: each changed text is in the joined version or shown beside the other', () => {
  fc.assert(
    fc.property(entry, entry, entry, (before, theirs, mine) => {
      const { value, conflicts } = mergeVersions({ base: before, theirs, mine });
      for (const key of ['one', 'two'] as const) {
        if (mine[key] === before[key]) continue;
        const shown = conflicts.some(({ path, mine: said }) => path[0] === key && said === mine[key]);
        expect(shown || (value as typeof mine)[key] === mine[key]).toBe(true);
      }
      for (const { path, theirs: kept } of conflicts) expect(at(value, path) ?? undefined).toEqual(kept ?? undefined);
    }),
  );
});
