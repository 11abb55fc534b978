import { describe, expect, it } from 'vitest';
import { beyondReceipt } from '../../src/site/views/beyond-receipt.ts';
import { serviceDetails, type ServiceDetails } from '../../src/site/views/service-details.ts';
import { charter, jurisdiction, service, tinyRegister, type Fields } from '../register/tiny-register.ts';
import { agencyIn, today } from './view-fixture.ts';

const evidence = { sources: ['s1'], verification: 'official' };
const fee = { kind: 'fixed', amount: 500, currency: 'KES', evidence };
const time = { kind: 'fixed', max: 3, unit: 'days', evidence };

function detailsOf(fields: Fields): ServiceDetails {
  const register = tinyRegister(jurisdiction('xx'), charter('water'), service('water', 'connection', fields));
  const agency = agencyIn(register, 'water');
  const [subject] = agency.services;
  if (!subject) throw new Error('The fixture has no service.');
  return serviceDetails(register, agency, subject, { language: 'en', today });
}

describe('what a page tells beside its receipt', () => {
  it('is nothing where the receipt has it all', () => {
    const plain = { fees: [fee], processingTimes: [time], requirements: [{ what: 'A form' }] };
    expect(beyondReceipt(detailsOf(plain))).toEqual({ costs: false, times: false, bring: false });
  });

  it.each([
    ['costs', { fees: [fee, { ...fee, amount: 900 }] }],
    ['costs', { fees: [{ ...fee, payAt: 'Any bank' }] }],
    ['costs', { fees: [{ ...fee, conflicting: [{ says: '600', evidence }] }] }],
    ['times', { processingTimes: [{ ...time, clockStarts: 'the payment' }] }],
    ['times', { processingTimes: [{ ...time, history: [{ says: '5 days' }] }] }],
    ['bring', { requirements: [{ what: 'A form', note: 'In two copies' }] }],
    ['bring', { requirements: ['1', '2', '3', '4', '5'].map((what) => ({ what })) }],
    ['bring', { eligibility: ['Citizens'] }],
  ] as const)('is %s of %j', (part, fields) => {
    expect(beyondReceipt(detailsOf(fields as unknown as Fields))[part]).toBe(true);
  });
});
