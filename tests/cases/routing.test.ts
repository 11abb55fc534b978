import { expect, test } from 'vitest';
import { routeCase } from '../../src/cases/routing/route-case.ts';
import type { Register } from '../../src/register/register.ts';
import { testRegister } from './register-fixture.ts';

function withoutContacts(agency: string): (register: Register) => void {
  return ({ agencies }) => {
    agencies.get(agency)?.data.contacts.splice(0);
  };
}

test('the agency’s own complaint desk comes first', () => {
  expect(routeCase(testRegister(), 'complaint', 'water', 'new-connection')).toEqual({
    receiver: {
      kind: 'body',
      agency: 'water',
      name: 'Water Board',
      title: 'Desk of water-desk',
      own: true,
      email: 'complaints@water.example',
    },
    passedOver: [],
    // No source tells how long it may take, so the portal's own rule holds.
    term: { limit: { max: 10, unit: 'working-days' }, basis: 'portal' },
  });
});

test('a desk without e-mail is passed over, with its telephone and the reason', () => {
  expect(routeCase(testRegister(), 'complaint', 'roads')).toMatchObject({
    receiver: { agency: 'ombudsman', own: false, email: 'help@ombudsman.example' },
    passedOver: [{ agency: 'roads', name: 'Roads Board', reason: 'no-email', phones: ['0700 000 001'] }],
  });
});

test('an agency without any contact is named as passed over', () => {
  const register = testRegister(withoutContacts('roads'));
  expect(routeCase(register, 'complaint', 'roads')).toMatchObject({
    receiver: { agency: 'ombudsman' },
    passedOver: [{ agency: 'roads', reason: 'no-contact' }],
  });
});

test('where nobody has an e-mail address the operator receives it', () => {
  const register = testRegister(withoutContacts('ombudsman'));
  expect(routeCase(register, 'complaint', 'roads')).toMatchObject({
    receiver: { kind: 'operator', name: 'The publisher', email: 'operator@portal.example' },
    passedOver: [{ agency: 'roads' }, { agency: 'ombudsman', reason: 'no-contact' }],
  });
});

test('two desks of one agency without e-mail are told once; a second desk with one receives it', () => {
  const withDesks = (emails: string[]) =>
    testRegister(({ agencies }) => {
      const roads = agencies.get('roads');
      const [desk] = roads?.data.contacts ?? [];
      if (!roads || !desk) throw new Error('the fixture has no roads desk');
      roads.data.contacts.push({ ...desk, id: 'second', emails });
      roads.data.redress = ['roads-desk', 'second'].map((contact) => ({
        contact,
        role: 'complaint',
        evidence: desk.evidence,
      }));
    });
  expect(routeCase(withDesks([]), 'complaint', 'roads')).toMatchObject({
    receiver: { agency: 'ombudsman' },
    passedOver: [{ agency: 'roads' }],
  });
  expect(routeCase(withDesks(['second@roads.example']), 'complaint', 'roads')).toMatchObject({
    receiver: { email: 'second@roads.example', own: true },
    passedOver: [],
  });
});
