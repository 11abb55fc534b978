import { expect, test } from 'vitest';
import { isSame } from '../../src/components/desk/form-values.ts';
import type { Values } from '../../src/components/desk/typed-copies.ts';

const typed: Values = [
  ['base', 'a', false],
  ['amount', '1,000', true],
  ['note', 'One line\nand another', true],
];

test('what says the same as the form is not offered again', () => {
  const shown: Values = [
    ['note', ' One line\r\nand another ', true],
    ['amount', '1,000', true],
    ['validFrom', '', true],
    ['base', 'b', false],
  ];
  expect(isSame(typed, shown)).toBe(true);
  expect(isSame(typed, [...shown, ['validFrom', '1 May 2027', true]])).toBe(false);
  expect(isSame(typed, [['amount', '1,500', true]])).toBe(false);
});
