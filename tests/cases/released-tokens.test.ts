import { expect, test } from 'vitest';
import { readWaitingKey } from '../../src/cases/abuse/waiting-key.ts';
import { isGenuine, readLink, signLink, type LinkScope } from '../../src/cases/case/signed-link.ts';
import { addressInToken, codeMatches, tokenMatches } from '../../src/cases/addresses/code.ts';
import { readSendKey, submissionHash } from '../../src/cases/intake/send-key.ts';

/*
 * What the portal has given out: mails, pages and the database hold it, and an update must not make it worthless.
 * The values were written by the code of November 2026.
 */

const secret = 'a secret for tests that is long enough';
const seed = '000102030405060708090a0b0c0d0e0f';
const now = new Date('2026-03-02T09:00:00Z');

test.each<[LinkScope, string]>([
  [3, 'ABCD-EFGH.3.20260829.ZRF_ygf2o09lyRQrGbe0umIJ3v4xzz2hl05T1M3Nbo4'],
  ['rate', 'ABCD-EFGH.rate.20260829.1oeA_JmmGj4rB-HSUZ95_lxQix04lcSIVVheY4r_BSE'],
])('a link of a mail (%s) opens its case', (scope, token) => {
  const claim = { reference: 'ABCD-EFGH', scope, expires: '2026-08-29' };
  expect(signLink(claim, { seed, secret })).toBe(token);
  const signature = token.slice(-43);
  expect(isGenuine({ ...claim, signature }, { seed, secret })).toBe(true);
  expect(isGenuine({ ...claim, scope: 4, signature }, { seed, secret })).toBe(false);
  expect(readLink(token.replace(/.$/, '!'))).toBeUndefined();
});

test('a page that was checked sends what it shows, and its repetition is known', () => {
  const submission = {
    agency: 'water',
    kind: 'complaint' as const,
    details: 'No water since Monday.',
    broken: ['rude' as const],
    shareIdentity: false,
    language: 'en' as const,
    files: 2,
  };
  const key = 'send-mm8y7c00-j_q00XdXBOCgqLWyJcBCEA-sdoaF1V0j0cDuuqkrlji9A-93FCORS9oCQYHCIcMKYuNA';
  const sealed = 'send-mm8y7c00-prxKrgvsq_2-W7YymSPhPw-47DEQpj8HBSa-_TImW-5JA-f6nFrX6sDVTt-t5gWhL0fw';
  expect(readSendKey(secret, key, { submission }, now)).toEqual({ files: 'sdoaF1V0j0cDuuqkrlji9A', expired: false });
  expect(readSendKey(secret, sealed, { submission, sealedFor: 'icpc' }, now)).toMatchObject({ expired: false });
  expect(readSendKey(secret, sealed, { submission }, now)).toBeUndefined();
  expect(submissionHash(secret, 'send-abc')).toBe('a5b8dc6717295b0d1f11c9494bb45bf4d25f9b873f86c3f4dac4c55983481717');
});

test('a form that waits is still let in', () => {
  const key = 'wait-mm8y7c00-18-2980d70f7a41597b-nwFyVGIH9srOaPZuriiWrI';
  expect(readWaitingKey(secret, key, now)).toEqual({ notBefore: now, bits: 18 });
  expect(readWaitingKey(secret, key.replace(/.$/, 'J'), now)).toBeUndefined();
});

test('a code and a link that prove an address still do', () => {
  const keys = { secret, seed, address: 'desk@water.example' };
  const token = 'ZGVza0B3YXRlci5leGFtcGxl.qdCGA-MuvmhD7OQDCyPEK_WAGN-m57bhxKvIYjXkFkY';
  expect(codeMatches('CBR-3NS-XEP', keys)).toBe(true);
  expect(addressInToken(token)).toBe(keys.address);
  expect(tokenMatches(token, keys)).toBe(true);
  expect(tokenMatches(token, { ...keys, address: 'else@water.example' })).toBe(false);
});
