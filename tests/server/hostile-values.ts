import fc from 'fast-check';
import { submissionFields } from '../../src/schemas/cases/submission.ts';

/** A text that would be noticed anywhere it came back unescaped: it ends attributes and tags, and would run. */
export const MARK = `zq"'><svg/onload=zq()>zq`;

/** What opens a real case, so that not everything is turned away at the first door. */
export interface Keys {
  reference: string;
  secret: string;
  officerToken: string;
  rateToken: string;
  /** Cookie of an officer of the charter desk. */
  session: string;
}

/** Names of fields that some handler reads, and names that none should fall for. */
export const names = [
  ...submissionFields.map(([name]) => name),
  ...[
    'submissionKey',
    'waitingKey',
    'heldFile',
    'removeFile',
    'step',
    'proof',
    'leaveThisEmpty',
    'reference',
    'secret',
    't',
    'number',
    'action',
    'version',
    'text',
    'days',
    'outcome',
  ],
  ...[
    'score',
    'confirm',
    'erase',
    'q',
    'said',
    'kept',
    'country',
    'verdict',
    'lookingFor',
    'month',
    'url',
    'maxwidth',
    'maxheight',
    'commit',
    'token',
  ],
  ...['stay-out', '__proto__', 'constructor', 'toString', '', MARK],
];

/** Values that open something, and values that break something. */
export function values({ reference, secret, officerToken, rateToken }: Keys): fc.Arbitrary<string> {
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        MARK,
        `water${MARK}`,
        `javascript:${MARK}`,
        `https://evil.example/${MARK}`,
        `a\r\nSet-Cookie: ${MARK}=1`,
      ),
    },
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        reference,
        secret,
        officerToken,
        rateToken,
        'water',
        'complaint',
        'misconduct',
        'en',
        'sw',
        'yes',
        'no',
        'true',
      ),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        'message',
        'reopen',
        'rate',
        'next-rung',
        'withdraw',
        'acknowledge',
        'ask',
        'answer',
        'extend',
        'transfer',
        'refuse',
        'ask-charge',
        'hand-in',
        'resolve',
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        '\u0000',
        '0',
        '1',
        '-1',
        '1e309',
        '9'.repeat(400),
        'x'.repeat(5001),
        '2026-03',
        '2026-99',
        '../../etc/passwd',
        '%',
        '%zz',
        '‮evil',
      ),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.toWellFormed()) },
  );
}

/** Forms that come further than the first check. */
export function nearlyRight({ reference, secret, officerToken, rateToken }: Keys): [string, string][][] {
  const version = ['version', '4'] as [string, string];
  return [
    {
      agency: 'water',
      details: `Nobody came for weeks. ${MARK}`,
      language: 'en',
      email: `"${MARK}"@example.net`,
      name: MARK,
    },
    {
      agency: 'water',
      details: `Nobody came for weeks. ${MARK}`,
      language: 'sw',
      kind: 'misconduct',
      where: MARK,
      officer: MARK,
    },
    { reference, secret },
    { reference, secret, version: '4', action: 'reopen', text: `It is still broken. ${MARK}` },
    { reference, secret: MARK },
    { reference, secret, number: MARK },
    { t: officerToken, action: 'answer' },
    { t: rateToken, action: 'rate', score: MARK },
    { q: `water ${MARK}`, country: 'xx' },
    { said: 'no', country: MARK },
    { verdict: 'no', agency: 'water', q: MARK, lookingFor: MARK },
    { month: '2026-03' },
  ].map((fields) => [...Object.entries(fields), version]);
}
