import { expect, test } from 'vitest';
import { nextRung } from '../../src/cases/routing/next-rung.ts';
import { reduce } from '../../src/cases/state/state.ts';
import { everyAddress } from '../../src/cases/routing/reach.ts';
import { ladderOf, routeCase } from '../../src/cases/routing/route-case.ts';
import type { Register } from '../../src/register/register.ts';
import type { ContactRole } from '../../src/schemas/contact.ts';
import { giveInformationLaw, testRegister } from './register-fixture.ts';

/**
 * The made-up country with a law whose refusals the Ombudsman reviews, and with more desks for the Water Board.
 */
function country(
  desks: [string, ContactRole[], string[]][] = [],
  reviewer: string | undefined = 'ombudsman',
): Register {
  return testRegister((register) => {
    const { agencies } = register;
    const contacts = agencies.get('water')?.data.contacts ?? [];
    const [desk] = contacts;
    if (desk) contacts.push(...desks.map(([id, roles, emails]) => ({ ...desk, id, roles, emails })));
    giveInformationLaw(register, reviewer);
  });
}

const route = (register: Register, agency = 'water') => routeCase(register, 'information-request', agency);

test('a request for information goes to the desk for information, before the complaint desk', () => {
  expect(route(country([['foi', ['foi'], ['foi@water.example']]]))).toMatchObject({
    receiver: { agency: 'water', own: true, email: 'foi@water.example' },
    passedOver: [],
  });
});

test('a desk for information without an e-mail address leaves it to the complaint desk of the same agency', () => {
  expect(route(country([['foi', ['foi'], []]]))).toMatchObject({
    receiver: { email: 'complaints@water.example' },
    passedOver: [],
  });
  expect(route(country())).toMatchObject({ receiver: { email: 'complaints@water.example' } });
});

test('an agency that cannot be reached leaves it to the operator, never to the body that reviews refusals', () => {
  const register = country();
  expect(route(register, 'roads')).toMatchObject({
    receiver: { kind: 'operator' },
    passedOver: [{ agency: 'roads', reason: 'no-email', phones: ['0700 000 001'] }],
  });
  register.agencies.get('roads')?.data.contacts.splice(0);
  expect(route(register, 'roads')).toMatchObject({
    receiver: { kind: 'operator' },
    passedOver: [{ agency: 'roads', reason: 'no-contact' }],
  });
});

test('after silence it climbs to the body that reviews refusals, past the other desks of the agency', () => {
  const register = country([['foi', ['foi'], ['foi@water.example']]]);
  expect(climb(register)?.to).toMatchObject({ agency: 'ombudsman', own: false, email: 'help@ombudsman.example' });
});

test('where no body reviews refusals, or the agency itself does, nobody is further up', () => {
  expect(climb(country([], ''))).toBeUndefined();
  expect(climb(country([], 'water'))).toBeUndefined();
});

function climb(register: Register) {
  const event = {
    kind: 'received',
    version: 1,
    about: 'information-request',
    agency: 'water',
    agencyName: 'Water Board',
    route: route(register),
  } as const;
  const state = reduce([{ sequence: 1, at: '2026-03-10T09:00:00Z', event }]);
  return nextRung(register, ladderOf(register, 'information-request', 'water'), state, everyAddress).next;
}
