import fc from 'fast-check';
import { bodies, jsonBody, messagesToDesk } from './hostile-bodies.ts';
import { MARK, names, nearlyRight, values, type Keys } from './hostile-values.ts';
import type { HostileRequest } from './send-request.ts';

/** Requests of any kind to one of the addresses. */
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
