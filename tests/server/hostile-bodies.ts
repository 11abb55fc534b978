import fc from 'fast-check';
import { MARK } from './hostile-values.ts';

/** A value as the JSON that a request carries. */
export const jsonBody = (value: unknown): { type: string; body: Buffer } => ({
  type: 'application/json',
  body: Buffer.from(JSON.stringify(value)),
});

/** What may be sent to the charter desk in place of Decap's messages. */
export const messagesToDesk: fc.Arbitrary<unknown> = (() => {
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
    'content/media/../../x.png',
  );
  const protocol = fc.record({
    action: actions,
    params: fc.record({ path: paths, folder: paths, mediaFolder: paths, paths: fc.array(paths, { maxLength: 2 }) }),
  });
  return fc.oneof(odd, protocol);
})();

/** Bodies of every kind that the handlers read, whole and broken. */
export function bodies(
  pairs: fc.Arbitrary<[string, string][]>,
): fc.Arbitrary<{ type: string | undefined; body: Buffer }> {
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
        .map((size) => ({ type: 'application/x-www-form-urlencoded', body: Buffer.alloc(size, 'details=a') })),
    },
  );
}
