import { describe, expect, it } from 'vitest';
import { keepConfirmations } from '../../src/cms/entry/kept-confirmations.ts';

const evidence = { sources: ['s1'], verification: 'official' };
const seen = { ...evidence, confirmedOn: '2026-06-01' };
const fee = (amount: number, of: object = seen) => ({ kind: 'fixed', amount, currency: 'NGN', evidence: of });

describe('that the office confirmed a figure', () => {
  it('is not said of another figure in its place', () => {
    expect(keepConfirmations({ fees: [fee(500), fee(900)] }, { fees: [fee(700), fee(900)] })).toEqual({
      fees: [fee(700, evidence), fee(900)],
    });
  });

  it('stays where a figure stands elsewhere in its list', () => {
    const after = { fees: [fee(200, evidence), fee(500)] };
    expect(keepConfirmations({ fees: [fee(500)] }, after)).toEqual(after);
  });

  it('stays where only what stands beside it changed', () => {
    const after = { name: 'Card', evidence: seen, fees: [fee(700, evidence)], translations: [{ text: 'Kadi' }] };
    expect(keepConfirmations({ name: 'Card', evidence: seen, fees: [fee(500, evidence)] }, after)).toEqual(after);
  });

  it('is lost with what the evidence of the whole entry stands for', () => {
    const before = { evidence: seen, requirements: [{ what: 'Old card' }] };
    expect(keepConfirmations(before, { evidence: seen, requirements: [{ what: 'Birth certificate' }] })).toEqual({
      evidence,
      requirements: [{ what: 'Birth certificate' }],
    });
  });

  it('may be said of one after another on the same day', () => {
    const after = { fees: [fee(500), fee(900)] };
    expect(keepConfirmations({ fees: [fee(500), fee(900, evidence)] }, after)).toEqual(after);
  });

  it('is taken on a new day as it is given', () => {
    const after = { fees: [fee(700, { ...evidence, confirmedOn: '2026-12-01' })] };
    expect(keepConfirmations({ fees: [fee(500)] }, after)).toEqual(after);
  });
});
