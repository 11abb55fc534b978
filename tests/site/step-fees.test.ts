import { describe, expect, it } from 'vitest';
import { stepFees } from '../../src/site/views/step-fees.ts';

describe('the fees of all steps together', () => {
  it.each([
    [[{ fee: 500, currency: 'KES' }, {}, { fee: 1000, currency: 'KES' }], /^KSh\s1,500$/],
    [
      [
        { fee: 500, currency: 'KES' },
        { fee: 0, currency: 'KES' },
      ],
      /^$/,
    ],
    [[{ fee: 500, currency: 'KES' }], /^$/],
    // Nobody knows at what rate these would add up.
    [
      [
        { fee: 500, currency: 'KES' },
        { fee: 10, currency: 'USD' },
      ],
      /^$/,
    ],
    [[{ fee: 500 }, { fee: 10 }], /^$/],
    [[], /^$/],
  ])('%j is %s', (steps, sum) => {
    expect(stepFees(steps)).toMatch(sum);
  });
});
