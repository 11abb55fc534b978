import { expect, test } from 'vitest';
import { isDeadAddress } from '../../../src/mail/dead-address.ts';

test.each([
  ['550 5.1.1 no such user here', true, true],
  ['550 5.1.1 no such user here', false, true],
  ['5.1.10', false, true],
  ['550 5.2.1 mailbox disabled', true, true],
  ['550 no such user', true, true],
  ['553 not allowed', true, true],
  ['550 looks like spam', false, false],
  ['550 5.7.1 your network is listed', true, false],
  ['552 5.2.2 mailbox full', true, false],
  ['550 5.1.8 bad sender', true, false],
  ['554 no', true, false],
  ['5.7.1', false, false],
  ['', true, false],
])('“%s”, in answer to the address alone: %s. Dead: %s', (reply, askedForAddressOnly, dead) => {
  expect(isDeadAddress(reply, askedForAddressOnly)).toBe(dead);
});
