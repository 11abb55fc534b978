import { expect, test } from 'vitest';
import { ownRequestTimeView } from '../../src/site/views/own-request-time.ts';
import { shippedRegister } from '../register/shipped-content.ts';

const register = await shippedRegister();
const viewOf = (id: string, today: string) =>
  ownRequestTimeView(register, register.agencies.get(id) ?? expect.unreachable(id), {
    language: 'en',
    today: new Date(today),
    citations: undefined,
  });

test('a body that counts in working days is bound by the days of the Act, and both last days are told', () => {
  // Monday 30 November 2026: seven days end on a Monday, seven working days on the Wednesday after.
  expect(viewOf('ncc', '2026-11-30T09:00:00Z')).toMatchObject({
    own: '7 working days',
    act: '7 days',
    binds: 'act',
    example: { arrives: '30 November 2026', byAct: '7 December 2026', byOwn: '9 December 2026' },
  });
});

test('a body that promises to be faster is held to its promise', () => {
  expect(viewOf('health', '2026-11-30T09:00:00Z')).toMatchObject({
    binds: 'own',
    example: { byAct: '21 December 2026', byOwn: '14 December 2026' },
  });
});

test('a body without a time of its own tells none', () => {
  expect(viewOf('inec', '2026-11-30T09:00:00Z')).toBeUndefined();
});
