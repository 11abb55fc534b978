import fc from 'fast-check';
import { complaintFields } from '../../src/schemas/cases/complaint.ts';
import type { HostileRequest } from './send-request.ts';

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

const names = [
  ...complaintFields.map(([name]) => name),
  ...[
    'submissionKey',
    'waitingKey',
    'heldFile',
    'removeFile',
    'step',
    'proof',
    'secondsOpen',
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

function values({ reference, secret, officerToken, rateToken }: Keys): fc.Arbitrary<string> {
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
function nearlyRight({ reference, secret, officerToken, rateToken }: Keys): [string, string][][] {
  const version = ['version', '4'] as [string, string];
  return [
    {
      agency: 'water',
      whatHappened: `Nobody came for weeks. ${MARK}`,
      language: 'en',
      email: `"${MARK}"@example.net`,
      name: MARK,
    },
    {
      agency: 'water',
      whatHappened: `Nobody came for weeks. ${MARK}`,
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

const jsonBody = (value: unknown): { type: string; body: Buffer } => ({
  type: 'application/json',
  body: Buffer.from(JSON.stringify(value)),
});

/** What may be sent to the charter desk in place of Decap's messages. */
const messagesToDesk: fc.Arbitrary<unknown> = (() => {
  const odd = fc.constantFrom<unknown>(
    null,
    1,
    [],
    'text',
    { action: { toString: 1, valueOf: 1 } },
    { action: 'persistEntry', params: null },
    { action: '__proto__' },
  );
  const actions = fc.constantFrom(
    'getEntry',
    'entriesByFolder',
    'persistEntry',
    'persistMedia',
    'deleteFiles',
    'getMediaFile',
    'unpublishedEntry',
  );
  const paths = fc.constantFrom(
    'content/charters/water.mdx',
    '../../etc/passwd',
    'content',
    MARK,
    'content/\u0000',
    'public/media/../../x.png',
  );
  const protocol = fc.record({
    action: actions,
    params: fc.record({ path: paths, folder: paths, mediaFolder: paths, paths: fc.array(paths, { maxLength: 2 }) }),
  });
  return fc.oneof(odd, protocol);
})();

/** Bodies of every kind that the handlers read, whole and broken. */
function bodies(pairs: fc.Arbitrary<[string, string][]>): fc.Arbitrary<{ type: string | undefined; body: Buffer }> {
  const boundary = 'zqboundary';
  const part = ([name, value]: [string, string]): string =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${name === 'files' ? `; filename="${value}"\r\nContent-Type: image/png` : ''}\r\n\r\n${value}\r\n`;
  const json = pairs.map((entries) => ({
    action: entries[0]?.[1] ?? '',
    params: Object.fromEntries(entries),
    email: entries[0]?.[1],
  }));
  return fc.oneof(
    {
      weight: 40,
      arbitrary: pairs.map((entries) => ({
        type: 'application/x-www-form-urlencoded',
        body: Buffer.from(new URLSearchParams(entries).toString()),
      })),
    },
    {
      weight: 30,
      arbitrary: pairs.map((entries) => ({
        type: `multipart/form-data; boundary=${boundary}`,
        body: Buffer.from(`${entries.map(part).join('')}--${boundary}--\r\n`),
      })),
    },
    { weight: 10, arbitrary: json.map(jsonBody) },
    { weight: 10, arbitrary: messagesToDesk.map(jsonBody) },
    {
      weight: 10,
      arbitrary: fc.record({
        type: fc.constantFrom(
          undefined,
          '',
          'text/plain',
          'multipart/form-data',
          'multipart/form-data; boundary="',
          'application/json',
          'application/x-www-form-urlencoded; charset=utf-7',
          MARK,
        ),
        body: fc.uint8Array({ maxLength: 3000 }).map((bytes) => Buffer.from(bytes)),
      }),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(40_000, 7_000_000)
        .map((size) => ({ type: 'application/x-www-form-urlencoded', body: Buffer.alloc(size, 'whatHappened=a') })),
    },
  );
}

/** Gives requests of any kind to one of the addresses. */
export function hostileRequests(routes: string[], keys: Keys, origin: string): fc.Arbitrary<HostileRequest> {
  const value = values(keys);
  const pairs = fc
    .tuple(
      fc.constantFrom<[string, string][]>([], ...nearlyRight(keys)),
      fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 12 }),
    )
    .map(([start, more]) => [...start, ...more]);
  const segment = fc.oneof(
    fc.constantFrom(
      'water',
      '',
      '',
      'session',
      'config',
      'status',
      'sign-in',
      'sign-in/confirm',
      'sign-out',
      '..',
      '%2e%2e',
      '%',
      '%00',
      '%ff',
    ),
    value.map(encodeURIComponent),
  );
  const path = fc
    .tuple(
      fc.constantFrom(...routes),
      segment,
      fc.oneof(
        { weight: 8, arbitrary: fc.constant('/') },
        {
          weight: 1,
          arbitrary: fc.constantFrom('', '//', `/${encodeURIComponent(MARK)}`, '/index.html', ';a', '%2f..%2f'),
        },
      ),
    )
    .map(
      ([route, chosen, end]) =>
        route.replace(/\/?\[[^\]]+\]/g, (match) =>
          chosen || !match.startsWith('/[...') ? match.replace(/\[.*/, chosen) : '',
        ) + end,
    );
  const query = fc.oneof(
    { weight: 4, arbitrary: pairs.map((entries) => new URLSearchParams(entries).toString()) },
    // Browsers escape this; programs need not.
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        `q=${MARK.replaceAll(' ', '')}`,
        'q=%',
        't=%zz',
        '&&==',
        `t=${keys.officerToken}`,
        `q=${'a'.repeat(6000)}`,
      ),
    },
  );
  const extra = fc.dictionary(
    fc.constantFrom(
      'cookie',
      'referer',
      'accept-language',
      'x-forwarded-host',
      'x-forwarded-proto',
      'host',
      'range',
      'if-none-match',
      'if-modified-since',
      'accept-encoding',
      'accept',
      'user-agent',
      'x-http-method-override',
    ),
    fc.oneof(
      fc.constantFrom(
        MARK,
        `opencharter_desk=${MARK}`,
        'evil.example',
        'bytes=0-1,5-',
        'bytes=99999-',
        'https',
        'gzip, br',
        '*',
        'a'.repeat(4000),
        '"',
        '',
      ),
      fc.string({ unit: fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code)), maxLength: 40 }),
    ),
    { maxKeys: 3 },
  );
  const site = fc.constantFrom<Record<string, string>>(
    { origin },
    { origin },
    { origin, 'sec-fetch-site': 'same-origin' },
    {},
    { origin: 'null' },
    { origin: MARK },
    { 'sec-fetch-site': 'cross-site' },
  );
  const signedIn = fc.constantFrom<Record<string, string>>({}, { cookie: keys.session });
  const visitor = fc.integer({ min: 1, max: 254 }).map((last) => ({ 'x-forwarded-for': `203.0.113.${last}` }));
  const method = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom('GET', 'POST', 'POST') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE', 'PROPFIND', 'QUERY'),
    },
  );
  const toDesk = messagesToDesk.map((message) => ({
    method: 'POST',
    path: '/api/cms/',
    headers: { origin, cookie: keys.session, 'content-type': 'application/json' },
    body: jsonBody(message).body,
  }));
  const toAnybody = fc
    .record({ method, path, query, site, visitor, signedIn, extra, posted: bodies(pairs) })
    .map(({ method, path, query, site, visitor, signedIn, extra, posted }) => {
      const hasBody = method !== 'GET' && method !== 'HEAD' && method !== 'TRACE';
      return {
        method,
        path: query ? `${path}?${query}` : path,
        headers: {
          ...visitor,
          ...site, // Signing out would end it for all that follow.
          ...(path.includes('sign-out') ? {} : signedIn),
          ...extra,
          ...(hasBody && posted.type !== undefined ? { 'content-type': posted.type } : {}),
        },
        body: hasBody ? posted.body : Buffer.alloc(0),
      };
    });
  return fc.oneof({ weight: 12, arbitrary: toAnybody }, { weight: 1, arbitrary: toDesk });
}
