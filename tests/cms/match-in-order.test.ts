import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchInOrder } from '../../src/lib/yaml/match-in-order.ts';

const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 30 });

test('every pair holds the same, and both sides rise', () => {
  fc.assert(
    fc.property(list, list, (first, second) => {
      const matches = matchInOrder(first, second);
      matches.forEach(([i, j], at) => {
        expect(first[i]).toBe(second[j]);
        const before = matches[at - 1];
        if (before) expect(i > before[0] && j > before[1]).toBe(true);
      });
    }),
  );
});

test('what was only inserted or taken out leaves everything else paired', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { maxLength: 40 }), fc.array(fc.nat(40)), (items, gone) => {
      const rest = items.filter((_, at) => !gone.includes(at));
      expect(matchInOrder(items, rest)).toHaveLength(rest.length);
      expect(matchInOrder(rest, items)).toHaveLength(rest.length);
    }),
  );
});

test('long lists, alike or wholly different, are compared without comparing each with each', () => {
  // A table of each with each would have 40 thousand million cells.
  const lines = Array.from({ length: 200_000 }, (_, at) => `line ${at}`);
  const moved = [...lines.slice(1000), ...lines.slice(0, 1000)];
  expect(matchInOrder(lines, moved)).toHaveLength(199_000);
  expect(
    matchInOrder(
      lines,
      lines.map((line) => `${line}!`),
    ),
  ).toEqual([]);
  expect(
    matchInOrder(new Array<string>(200_000).fill('x').concat('y'), ['z', ...new Array<string>(200_000).fill('x'), 'w']),
  ).toEqual([]);
});
