import { expect, it } from 'vitest';
import { kilometresBetween } from '../../src/lib/distance.ts';

it.each([
  ['Nairobi and Mombasa', { latitude: -1.286, longitude: 36.817 }, { latitude: -4.043, longitude: 39.668 }, 441],
  [
    'two places on either side of the date line',
    { latitude: 0, longitude: 179.5 },
    { latitude: 0, longitude: -179.5 },
    111,
  ],
  ['a place and itself', { latitude: 9, longitude: 7 }, { latitude: 9, longitude: 7 }, 0],
])('the way between %s is known to a kilometre', (_, a, b, kilometres) => {
  expect(Math.round(kilometresBetween(a, b))).toBe(kilometres);
});
