import { execFileSync, spawnSync } from 'node:child_process';
import { verify } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compactReceipt, readReceipt } from '../../src/cases/receipts/read-receipt.ts';
import { receiptFile } from '../../src/cases/receipts/receipt-file.ts';
import { statementText } from '../../src/cases/receipts/signed-texts.ts';
import { canonicalJson, type Canonical } from '../../src/lib/canonical-json.ts';
import { derSignature, isSignedBy, publicPem } from '../../src/lib/ecdsa.ts';
import { wordsAsProved } from '../../src/lib/words-as-proved.ts';
import { receiptStatement, signedReceipt, type ReceiptStatement } from '../../src/schemas/cases/receipt.ts';
import { qrPath } from '../../src/site/views/qr-path.ts';
import { receiptAddress } from '../../src/views/receipts/receipt-address.ts';
import { factsOf } from '../../src/views/receipts/receipt-facts.ts';
import { accepted, complaintForm, openPipeline, sendForm } from './pipeline-fixture.ts';
import { testRegister } from './register-fixture.ts';
import { temporaryFolder } from './store-under-test.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Git, Node and npm are all that a machine needs for the tests: where it has no openssl, Node's own asks the same. */
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

test('the commands of the document verify a receipt, and its day, with openssl', async () => {
  const register = testRegister(({ agencies }) => {
    const water = agencies.get('water');
    if (water) water.data.name = 'Bodi ya Maji “Élan” & Sons';
  });
  const { cases, passTime } = await openPipeline({ register: () => Promise.resolve(register) });
  const { reference, secret } = accepted(await sendForm(cases, complaintForm(), { language: 'en' }));
  accepted(await sendForm(cases, complaintForm({ details: 'The water is brown.  It has been.' }), { language: 'en' }));
  passTime(DAY_MS);
  const receipt = (await cases.citizen.receipt(reference, secret))?.receipt;
  const day = await cases.receipts.day('2026-03-10');
  const [key] = await cases.receipts.keys();
  if (!receipt || !key) throw new Error('no receipt was given');

  const signed = Buffer.from(statementText(receipt.statement));
  const signature = Buffer.from(derSignature(receipt.signature), 'base64');
  expect(verify('sha256', signed, publicPem(key), signature)).toBe(true);
  if (!hasOpenssl) return;

  const folder = await temporaryFolder();
  writeFileSync(join(folder, 'receipt.json'), receiptFile(receipt));
  writeFileSync(join(folder, 'key.pem'), publicPem(key));
  writeFileSync(join(folder, 'day.json'), `${JSON.stringify(day, null, 2)}\n`);
  const document = readFileSync(join(import.meta.dirname, '..', '..', 'src', 'docs', 'receipts.md'), 'utf8');
  const commands = [...document.matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, lines = '']) => lines);
  expect(commands).toHaveLength(3);
  const run = (command = ''): string => execFileSync('sh', ['-ec', command], { cwd: folder, encoding: 'utf8' }).trim();
  expect(run(commands[0])).toBe('Verified OK');
  expect(run(commands[1])).toBe('1');
  expect(run(commands[2]).slice(0, 64)).toBe(day?.head);

  // One letter more, and openssl says no.
  writeFileSync(join(folder, 'receipt.json'), receiptFile(receipt).replace('Élan', 'Élans'));
  expect(() => run(commands[0])).toThrow();
});

test('a signature is the same number in both its forms, also where its parts begin with zeros or a set bit', async () => {
  const part = fc.uint8Array({ minLength: 32, maxLength: 32 });
  const shorter = fc.tuple(fc.integer({ min: 0, max: 31 }), part).map(([zeros, bytes]) => bytes.fill(0, 0, zeros));
  fc.assert(
    fc.property(shorter, shorter, (r, s) => {
      const der = Buffer.from(derSignature(Buffer.from([...r, ...s]).toString('base64url')), 'base64');
      const numbers: bigint[] = [];
      expect([der[0], der[1]]).toEqual([0x30, der.length - 2]);
      for (let at = 2; at < der.length; at += 2 + (der[at + 1] ?? 0)) {
        const bytes = der.subarray(at + 2, at + 2 + (der[at + 1] ?? 0));
        expect(der[at]).toBe(2);
        expect((bytes[0] ?? 0) < 0x80).toBe(true);
        expect(bytes.length === 1 || bytes[0] !== 0 || (bytes[1] ?? 0) >= 0x80).toBe(true);
        numbers.push(BigInt(`0x${bytes.toString('hex')}`));
      }
      expect(numbers).toEqual([r, s].map((bytes) => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)));
    }),
  );
});

test('canonical JSON is the same however a value was put together, and reads back as the value', () => {
  const value = fc.letrec<{ any: Canonical }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      fc.string({ unit: 'grapheme' }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('any')),
      fc.dictionary(fc.string({ unit: 'grapheme' }), tie('any')),
    ),
  })).any;
  const turned = (given: Canonical): Canonical =>
    Array.isArray(given)
      ? given.map(turned)
      : typeof given === 'object' && given !== null
        ? Object.fromEntries(
            Object.entries(given)
              .reverse()
              .map(([name, content]) => [name, turned(content as Canonical)]),
          )
        : given;
  fc.assert(
    fc.property(value, (given) => {
      expect(canonicalJson(turned(given))).toBe(canonicalJson(given));
      expect(JSON.parse(canonicalJson(given))).toEqual(JSON.parse(JSON.stringify(given)));
    }),
  );
  // The example of RFC 8785, section 3.2.3.
  expect(canonicalJson({ '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, '\u00f6': 7 })).toBe(
    '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
  );
});

test('what has no canonical form is refused, not written in one of several ways', () => {
  for (const value of ['\udead', 'a\ud83d', '\ude00\ud83d', 0.5, NaN]) expect(() => canonicalJson(value)).toThrow();
  expect(() => canonicalJson({ ['\udead']: 1 })).toThrow();
  expect(canonicalJson('😀')).toBe('"😀"');
});

test('words are the same words with other line ends, spaces at the ends of lines and composed letters', () => {
  expect(wordsAsProved('  café \r\nhere\u00a0\r\rend\n\n')).toBe(wordsAsProved('cafe\u0301\nhere\n\nend'));
  expect(wordsAsProved('a  b')).not.toBe(wordsAsProved('a b'));
  expect(wordsAsProved('half \ud83d of one')).toBe('half \ufffd of one');
});

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((name) => name.trim() === name);
const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
const statements: fc.Arbitrary<ReceiptStatement> = fc.record(
  {
    version: fc.constant(1 as const),
    portal: fc.constant('https://charters.example'),
    reference: fc.constant('K7M2-9QXF'),
    body: fc.record({ id: fc.constant('inec'), name: text }),
    kind: fc.constantFrom('complaint' as const, 'information-request' as const),
    received: fc.constant('2026-03-10T09:00:00.000Z'),
    term: fc.record(
      {
        max: fc.nat(60),
        unit: fc.constant('days' as const),
        basis: fc.constantFrom('law' as const, 'portal' as const),
        law: text,
      },
      { requiredKeys: ['max', 'unit', 'basis'] },
    ),
    due: fc.constant('2026-03-17'),
    hash,
    salt: fc.stringMatching(/^[0-9a-f]{32}$/),
    day: fc.constant('2026-03-10'),
    previous: fc.record({ day: fc.constant('2026-03-09'), head: hash }),
  },
  { requiredKeys: ['version', 'portal', 'body', 'kind', 'received', 'hash', 'salt'] },
);

test('a receipt comes back whole from its file and from the address of its QR code', () => {
  fc.assert(
    fc.property(
      statements,
      fc.stringMatching(/^[0-9a-f]{16}$/),
      fc.stringMatching(/^[\w-]{86}$/),
      (statement, key, signature) => {
        const receipt = { statement: receiptStatement.parse(statement), key, signature };
        expect(readReceipt(receiptFile(receipt))).toEqual(receipt);
        expect(readReceipt(receiptAddress(receipt, 'sw'))).toEqual(receipt);
        expect(readReceipt(`\r\n ${compactReceipt(receipt)}\n`)).toEqual(receipt);
        expect(statementText(signedReceipt.parse(readReceipt(receiptAddress(receipt, 'en'))).statement)).toBe(
          statementText(receipt.statement),
        );
      },
    ),
  );
});

test('anything else is no receipt, and brings nothing down', () => {
  for (const given of [
    '',
    '{',
    '{}',
    '[]',
    'null',
    '{"statement":{}}',
    '1&&&',
    `1${'&x'.repeat(18)}`,
    '#',
    'https://x.example/#%',
  ])
    expect(readReceipt(given), given).toBeUndefined();
  fc.assert(fc.property(fc.string(), (given) => void readReceipt(given)));
  fc.assert(fc.property(fc.json(), (given) => void readReceipt(given)));
});

test('the QR code of a request under a law is of a size that a phone reads', async () => {
  const statement: ReceiptStatement = {
    version: 1,
    portal: 'https://charters.example.go.ke',
    reference: 'K7M2-9QXF',
    body: { id: 'inec', name: 'Independent National Electoral Commission' },
    kind: 'information-request',
    received: '2026-03-10T09:00:00.000Z',
    term: { max: 21, unit: 'days', basis: 'law', law: 'Access to Information Act (No. 31 of 2016), s.9' },
    due: '2026-03-31',
    hash: '5'.repeat(64),
    salt: '5'.repeat(32),
    day: '2026-03-10',
    previous: { day: '2026-03-09', head: '5'.repeat(64) },
  };
  const address = receiptAddress({ statement, key: '5'.repeat(16), signature: 'A'.repeat(86) }, 'en');
  // Version 20 with its margin; at 22 rem each module is wider than 3 pixels.
  expect(qrPath(address).size).toBeLessThanOrEqual(105);
  const nobody = { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' } as const;
  expect(await isSignedBy(nobody, 'x', 'A'.repeat(86))).toBe(false);
});

test('what a receipt should not hold is not shown, whatever somebody pastes', () => {
  const odd = { toString: 'odd' };
  const statement = { portal: 'p', body: { id: 'b', name: 'n' }, received: 'r', hash: '', salt: '' };
  for (const part of ['kind', 'reference', 'term', 'due', 'day', 'previous'])
    for (const value of [odd, [odd], 5, null, { unit: odd, max: odd, law: odd, day: odd, head: odd }]) {
      const receipt = readReceipt(
        JSON.stringify({ statement: { ...statement, [part]: value }, key: '', signature: '' }),
      );
      if (!receipt) throw new Error('it was not read');
      for (const fact of Object.values(factsOf(receipt, { kinds: {}, units: {} }))) expect(fact).toBeTypeOf('string');
    }
});
