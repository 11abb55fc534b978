import { expect, test } from 'vitest';
import { routeCase } from '../../../src/cases/routing/route-case.ts';
import type { Register } from '../../../src/register/register.ts';
import { testRegister } from '../register-fixture.ts';

const evidence = { sources: ['s1'], verification: 'unverified' as const };

function withStandard(agency: string, metric: string, target: string): (register: Register) => void {
  return ({ agencies }) => void agencies.get(agency)?.data.standards.push({ metric, target, evidence });
}

test('a standard for complaints in the agency’s own charter sets the time', () => {
  const register = testRegister(withStandard('water', 'Complaints resolved', 'within 7 days'));
  expect(routeCase(register, 'complaint', 'water').term).toEqual({
    limit: { max: 7, unit: 'days' },
    basis: 'charter',
    agency: 'water',
    agencyName: 'Water Board',
    says: 'Complaints resolved: within 7 days',
  });
});

test('one that an oversight body sets holds for the agencies below it', () => {
  const register = testRegister(withStandard('ombudsman', 'Response to a complaint', 'not more than 5 working days'));
  expect(routeCase(register, 'complaint', 'water').term).toMatchObject({
    limit: { max: 5, unit: 'working-days' },
    basis: 'oversight',
    agencyName: 'The Ombudsman',
  });
});

test.each([
  ['Complaints are acknowledged', 'within 2 days'],
  ['Letters answered', 'within 7 days'],
  ['Response to a complaint', 'promptly'],
  ['Response to a complaint', 'within 7 days of hearing both sides'],
])('“%s: %s” is no plain time for an answer, so the portal’s own rule holds', (metric, target) => {
  expect(routeCase(testRegister(withStandard('water', metric, target)), 'complaint', 'water').term?.basis).toBe(
    'portal',
  );
});

test('the rung’s own time to decide goes before everything', () => {
  const register = testRegister((it) => {
    withStandard('water', 'Complaints resolved', 'within 7 days')(it);
    it.agencies.get('water')?.data.redress.push({
      contact: 'water-desk',
      role: 'complaint',
      decideWithin: { max: 2, unit: 'weeks' },
      evidence,
    });
  });
  expect(routeCase(register, 'complaint', 'water').term).toMatchObject({
    limit: { max: 2, unit: 'weeks' },
    basis: 'ladder',
  });
});
