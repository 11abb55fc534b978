import { expect, test } from 'vitest';
import { bindingTime } from '../../src/register/binding-time.ts';
import type { Duration } from '../../src/schemas/duration.ts';

const time = (max: number, unit: Duration['unit'] = 'days'): Duration => ({ max, unit });

test('the Act binds a body that gives itself longer, or as long in other days', () => {
  expect(bindingTime(time(7), time(7, 'working-days'))).toBe('act');
  expect(bindingTime(time(7), time(30))).toBe('act');
  expect(bindingTime(time(14), time(2, 'weeks'))).toBe('act');
  expect(bindingTime(time(21), time(1, 'months'))).toBe('act');
  expect(bindingTime(time(48, 'hours'), time(2))).toBe('act');
});

test('a body that promises to be faster is held to it', () => {
  expect(bindingTime(time(21), time(14))).toBe('own');
  expect(bindingTime(time(21), time(5, 'working-days'))).toBe('own');
  expect(bindingTime(time(48, 'hours'), time(1))).toBe('own');
});

test('where feasts could make the own time the longer one, the Act binds', () => {
  expect(bindingTime(time(7), time(5, 'working-days'))).toBe('act');
  expect(bindingTime(time(7), {})).toBe('act');
});
